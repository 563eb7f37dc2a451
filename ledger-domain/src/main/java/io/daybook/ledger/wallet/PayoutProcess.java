package io.daybook.ledger.wallet;

import static io.daybook.ledger.book.ChartOfAccounts.payableTo;
import static io.daybook.ledger.book.ChartOfAccounts.payoutClearing;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.CommandSender;
import io.daybook.ledger.DerivedId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.BookCommand.PostEntry;
import io.daybook.ledger.book.BookCommand.ReverseEntry;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutPosted;
import io.daybook.ledger.wallet.PayoutCommand.RecordPayoutRefused;
import io.daybook.ledger.wallet.PayoutEvent.PayoutRequested;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Posts every requested payout, or lets it end if the organiser's account does not cover it.
 *
 * <p>It may run again after a crash: the entry's id is derived from the payout's, so a payout that
 * was posted stays posted.
 */
@ProcessingGroup(PayoutProcess.GROUP)
final class PayoutProcess {
  static final String GROUP = "payout";

  private final CommandSender commands;

  PayoutProcess(CommandSender commands) {
    this.commands = commands;
  }

  @EventHandler
  void on(PayoutRequested event) {
    try {
      commands.send(entryFor(event));
    } catch (CommandRefused refused) {
      commands.send(new RecordPayoutRefused(event.payout(), refused.error().code()));
      return;
    }
    confirm(event);
  }

  private void confirm(PayoutRequested event) {
    try {
      commands.send(new RecordPayoutPosted(event.payout()));
    } catch (CommandRefused refused) {
      // An earlier run was refused by the ledger and got as far as recording it.
      commands.send(
          new ReverseEntry(
              BookId.MAIN,
              new EntryId(DerivedId.of("ent", "payout-reversal", event.payout().value())),
              entryOf(event.payout()),
              "Payout was refused before"));
    }
  }

  private static PostEntry entryFor(PayoutRequested event) {
    AccountId payable = payableTo(event.organiser(), event.amount().currency());
    AccountId clearing = payoutClearing(event.amount().currency());
    return new PostEntry(
        BookId.MAIN,
        entryOf(event.payout()),
        List.of(Posting.debit(payable, event.amount()), Posting.credit(clearing, event.amount())),
        "Payout to organiser",
        event.payout().value(),
        List.of(payable));
  }

  private static EntryId entryOf(PayoutId payout) {
    return new EntryId(DerivedId.of("ent", "payout", payout.value()));
  }
}
