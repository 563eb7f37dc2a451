package io.daybook.ledger.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookError.AccountIsClosed;
import io.daybook.ledger.book.BookError.UnknownEntry;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.payment.PaymentEvent.ChargebackWon;
import io.daybook.ledger.payment.PaymentEvent.PaymentCaptured;
import io.daybook.ledger.payment.PaymentEvent.PaymentChargedBack;
import io.daybook.ledger.payment.PaymentEvent.PaymentPartlyChargedBack;
import io.daybook.ledger.payment.PaymentId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopUpProcessTest {
  private static final Money AMOUNT = Money.of("EUR", 20_00);
  private static final Wallet WALLET = Wallet.of(new UserId(DerivedId.of("usr", "1")));
  private static final AccountId ACCOUNT = WALLET.account(AMOUNT.currency());
  private static final AccountId CLEARING = ChartOfAccounts.paymentClearing(AMOUNT.currency());
  private static final AccountId SUSPENSE = ChartOfAccounts.suspense(AMOUNT.currency());

  private final List<Object> sent = new ArrayList<>();
  private final TopUpProcess process = new TopUpProcess(this::send);
  private final EntryId topUp =
      new EntryId(DerivedId.of("ent", "top-up", DerivedId.of("pay", "1")));
  private boolean isClosed;
  private boolean isUnknown;

  private void send(Object command) {
    if (isUnknown
        && command instanceof ReverseEntry reversal
        && reversal.reversed().equals(topUp)) {
      throw new CommandRefused(new UnknownEntry(topUp));
    }
    if (isClosed
        && command instanceof PostEntry entry
        && entry.postings().contains(Posting.credit(ACCOUNT, AMOUNT))) {
      throw new CommandRefused(new AccountIsClosed(ACCOUNT));
    }
    sent.add(command);
  }

  private static PaymentCaptured captured(String reference) {
    return new PaymentCaptured(new PaymentId(DerivedId.of("pay", "1")), reference, AMOUNT, "evt_1");
  }

  private List<Posting> posted() {
    return ((PostEntry) sent.getLast()).postings();
  }

  @Test
  void putsTheMoneyIntoTheWallet() {
    process.on(captured(WALLET.reference()));

    assertThat(posted())
        .containsExactly(Posting.debit(CLEARING, AMOUNT), Posting.credit(ACCOUNT, AMOUNT));
  }

  @Test
  void leavesOtherPaymentsAlone() {
    process.on(captured(DerivedId.of("ord", "1")));

    assertThat(sent).isEmpty();
  }

  @Test
  void losesNoMoneyWhenTheWalletIsClosed() {
    isClosed = true;

    process.on(captured(WALLET.reference()));

    assertThat(posted())
        .containsExactly(Posting.debit(CLEARING, AMOUNT), Posting.credit(SUSPENSE, AMOUNT));
  }

  @Test
  void takesBackWhatIsChargedBack() {
    process.on(captured(WALLET.reference()));
    PostEntry topUp = (PostEntry) sent.getLast();

    process.on(
        new PaymentChargedBack(
            new PaymentId(DerivedId.of("pay", "1")), WALLET.reference(), AMOUNT, "evt_2"));

    assertThat(sent.getLast())
        .isInstanceOfSatisfying(
            ReverseEntry.class,
            reversal -> assertThat(reversal.reversed()).isEqualTo(topUp.entry()));
  }

  @Test
  void takesBackFromSuspenseWhatNoWalletTook() {
    isUnknown = true;
    isClosed = true;
    process.on(captured(WALLET.reference()));
    PostEntry unmatched = (PostEntry) sent.getLast();

    process.on(
        new PaymentChargedBack(
            new PaymentId(DerivedId.of("pay", "1")), WALLET.reference(), AMOUNT, "evt_2"));

    assertThat(sent.getLast())
        .isInstanceOfSatisfying(
            ReverseEntry.class,
            reversal -> assertThat(reversal.reversed()).isEqualTo(unmatched.entry()));
  }

  @Test
  void takesAPartBackAndGivesItBackWhenItIsWon() {
    AccountId wallet = WALLET.account(AMOUNT.currency());

    process.on(
        new PaymentPartlyChargedBack(
            new PaymentId(DerivedId.of("pay", "1")), WALLET.reference(), AMOUNT, "evt_3"));
    assertThat(posted())
        .containsExactly(Posting.debit(wallet, AMOUNT), Posting.credit(CLEARING, AMOUNT));

    process.on(
        new ChargebackWon(
            new PaymentId(DerivedId.of("pay", "1")), WALLET.reference(), AMOUNT, "evt_4"));
    assertThat(posted())
        .containsExactly(Posting.debit(CLEARING, AMOUNT), Posting.credit(wallet, AMOUNT));
  }

  @Test
  void postsTheSameEntryWhenItRunsAgain() {
    process.on(captured(WALLET.reference()));
    Object first = sent.getLast();
    process.on(captured(WALLET.reference()));

    assertThat(sent.getLast()).isEqualTo(first);
  }
}
