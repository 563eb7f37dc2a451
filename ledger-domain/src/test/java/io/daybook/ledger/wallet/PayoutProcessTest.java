package io.daybook.ledger.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.DomainError;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookError.InsufficientFunds;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutPosted;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutRefused;
import io.daybook.ledger.wallet.PayoutError.PayoutAlreadyDecided;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRequested;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayoutProcessTest {
  private static final PayoutId ID = new PayoutId(DerivedId.of("pyo", "1"));
  private static final OrganiserId ORGANISER = new OrganiserId(DerivedId.of("org", "1"));
  private static final Money AMOUNT = Money.of("EUR", 100_00);
  private static final AccountId PAYABLE = ChartOfAccounts.payableTo(ORGANISER, AMOUNT.currency());
  private static final PayoutRequested REQUESTED =
      new PayoutRequested(ID, ORGANISER, AMOUNT, new UserId(DerivedId.of("usr", "1")), "kyb_1");

  private final List<Object> sent = new ArrayList<>();
  private final Map<Class<?>, DomainError> refusals = new HashMap<>();
  private final PayoutProcess process = new PayoutProcess(this::send);

  private void send(Object command) {
    sent.add(command);
    if (refusals.containsKey(command.getClass())) {
      throw new CommandRefused(refusals.get(command.getClass()));
    }
  }

  @Test
  void movesTheMoneyFromTheOrganiserToClearing() {
    process.on(REQUESTED);

    assertThat(sent).hasSize(2);
    PostEntry entry = (PostEntry) sent.getFirst();
    assertThat(entry.postings())
        .containsExactly(
            Posting.debit(PAYABLE, AMOUNT),
            Posting.credit(ChartOfAccounts.payoutClearing(AMOUNT.currency()), AMOUNT));
    assertThat(entry.mayNotOverdraw()).containsExactly(PAYABLE);
    assertThat(sent.getLast()).isEqualTo(new RecordPayoutPosted(ID));
  }

  @Test
  void postsTheSameEntryWhenItRunsAgain() {
    process.on(REQUESTED);
    process.on(REQUESTED);

    assertThat(sent.subList(2, 4)).isEqualTo(sent.subList(0, 2));
  }

  @Test
  void letsThePayoutEndWhenTheAccountDoesNotCoverIt() {
    refusals.put(PostEntry.class, new InsufficientFunds(PAYABLE, Money.of("EUR", 1), AMOUNT));

    process.on(REQUESTED);

    assertThat(sent.getLast()).isEqualTo(new RecordPayoutRefused(ID, "insufficient_funds"));
  }

  @Test
  void reversesAnEntryThatWasPostedAfterTheRefusalWasRecorded() {
    refusals.put(RecordPayoutPosted.class, new PayoutAlreadyDecided(ID));

    process.on(REQUESTED);

    PostEntry entry = (PostEntry) sent.getFirst();
    assertThat(sent).hasSize(3);
    assertThat(sent.getLast())
        .isInstanceOfSatisfying(
            ReverseEntry.class,
            reversal -> assertThat(reversal.reversed()).isEqualTo(entry.entry()));
  }
}
