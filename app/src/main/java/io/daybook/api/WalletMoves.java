package io.daybook.api;

import io.daybook.api.LedgerBodies.EntryBody;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.AccountTerms;
import io.daybook.ledger.book.BatchEntry;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.RecordEntry;
import io.daybook.ledger.book.BookCommand.SetAccountTerms;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.EntryConditions;
import io.daybook.ledger.book.EntryContent;
import io.daybook.ledger.book.EntryId;
import io.daybook.ledger.book.EntryLinks;
import io.daybook.ledger.book.Outcome;
import io.daybook.ledger.book.Posting;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.wallet.Wallet;
import io.daybook.projections.balances.Balances;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Moves money out of wallets, never more than is in them. */
@Component
class WalletMoves {
  private final Commands commands;
  private final LedgerWrites writes;
  private final Balances balances;

  WalletMoves(Commands commands, LedgerWrites writes, Balances balances) {
    this.commands = commands;
    this.writes = writes;
    this.balances = balances;
  }

  /**
   * What moves.
   *
   * @param content of the request
   * @param opening opens the accounts that it takes
   * @param postings of its entry, the first of which debits the wallet
   * @param reference what its entry is for; it names no user
   * @param to whom it is for, as the answer says it
   */
  record Move(
      WriteKey key,
      Object content,
      Runnable opening,
      List<Posting> postings,
      String memo,
      String reference,
      String to) {
    private Money amount() {
      return postings.getFirst().amount();
    }

    private BatchEntry entry() {
      var conditions = new EntryConditions(List.of(postings.getFirst().account()), Map.of());
      var entry =
          new EntryContent(postings, memo, reference, null, null, Map.of(), EntryLinks.NONE);
      return new BatchEntry(new EntryId(key.id("ent")), entry, conditions);
    }
  }

  /**
   * What moved.
   *
   * @param id of its entry
   * @param to whom it is for
   * @param state PROPOSED if it waits for a second person, else POSTED
   */
  record MoveBody(EntryId id, Money amount, String to, String state) {}

  /** Opens what a wallet has in a currency, unless it is open; it then cannot go below zero. */
  void open(Wallet wallet, Currency currency) {
    AccountId account = wallet.account(currency);
    if (balances.findAccount(BookId.MAIN, account).isEmpty()) {
      commands.send(new OpenBook(BookId.MAIN));
      commands.send(new OpenAccount(BookId.MAIN, account, AccountKind.LIABILITY, currency));
      // Only now: finance may give the owner other limits later.
      commands.send(
          new SetAccountTerms(BookId.MAIN, account, new AccountTerms(0L, null, Wallet.TIER)));
    }
  }

  /** Makes the move, or answers as it was answered. */
  ResponseEntity<String> make(Move move) {
    BatchEntry entry = move.entry();
    var act =
        new LedgerWrites.Act(
            move.key(),
            move.content(),
            false,
            request -> {
              move.opening().run();
              return new RecordEntry(
                  BookId.MAIN, entry.entry(), entry.content(), entry.conditions(), request);
            });
    return writes.<Outcome>run(
        act,
        (outcome, position) -> {
          Written written = writes.entry(entry.entry(), outcome, position);
          String state = written.body() instanceof EntryBody body ? body.state() : "PROPOSED";
          return written.with(new MoveBody(entry.entry(), move.amount(), move.to(), state));
        });
  }
}
