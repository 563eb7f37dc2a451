package io.daybook.api;

import io.daybook.api.TipsController.TipShareBody;
import io.daybook.api.TipsController.TipSplitBody;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.book.AccountId;
import io.daybook.ledger.book.AccountKind;
import io.daybook.ledger.book.BookCommand.OpenAccount;
import io.daybook.ledger.book.BookCommand.OpenBook;
import io.daybook.ledger.book.BookCommand.SetTemplate;
import io.daybook.ledger.book.BookId;
import io.daybook.ledger.book.ChartOfAccounts;
import io.daybook.ledger.book.EntryTemplate;
import io.daybook.ledger.book.Share;
import io.daybook.ledger.book.TemplateId;
import io.daybook.ledger.wallet.TipSplit;
import io.daybook.projections.balances.Balances;
import io.daybook.projections.shared.ProjectionNames;
import java.util.Currency;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Who has a part of an organiser's tips: a template of the main book for each organiser and
 * currency. Its debit side is the path of all wallets and stands for the one that the tip is from.
 */
@Component
class TipSplits {
  private static final AccountId ANY_WALLET = new AccountId("wallets");

  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Balances balances;
  private final SaleProperties sale;

  TipSplits(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Balances balances,
      SaleProperties sale) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.balances = balances;
    this.sale = sale;
  }

  /** Returns how a tip to {@code organiser} is shared; the organiser alone has it unless ruled. */
  TipSplit of(OrganiserId organiser, Currency currency) {
    List<Share> shares =
        balances
            .findTemplate(BookId.MAIN, template(organiser, currency))
            .map(EntryTemplate::credits)
            .orElse(List.of(new Share(ChartOfAccounts.payableTo(organiser, currency), 1)));
    return new TipSplit(ChartOfAccounts.platformFees(currency), sale.tipFeeBasisPoints(), shares);
  }

  /** Opens the accounts that have a part. */
  void open(TipSplit split, Currency currency) {
    commands.send(new OpenAccount(BookId.MAIN, split.fee(), AccountKind.REVENUE, currency));
    for (Share share : split.shares()) {
      commands.send(new OpenAccount(BookId.MAIN, share.account(), AccountKind.LIABILITY, currency));
    }
  }

  TipSplitBody body(OrganiserId organiser, Currency currency) {
    return new TipSplitBody(
        currency.getCurrencyCode(),
        of(organiser, currency).shares().stream()
            .map(share ->
                new TipShareBody(
                    ChartOfAccounts.payee(share.account()).orElseThrow().value(), share.weight()))
            .toList());
  }

  ResponseEntity<String> set(OrganiserId organiser, TipSplitBody body, WriteKey key) {
    Currency currency = MoneyBody.currency(body.currency(), "currency");
    List<Share> shares = body.shares().stream().map(share -> share(share, currency)).toList();
    var template = new EntryTemplate(List.of(new Share(ANY_WALLET, 1)), shares);
    return writes.run(
        key,
        body,
        () -> {
          commands.send(new OpenBook(BookId.MAIN));
          long position =
              commands.send(new SetTemplate(BookId.MAIN, template(organiser, currency), template));
          positions.await(position, ProjectionNames.BALANCES);
          return Written.accepted(
              "/api/v1/organizers/" + organiser + "/tip-split?currency=" + currency,
              position,
              body(organiser, currency));
        });
  }

  private static Share share(TipShareBody body, Currency currency) {
    var organiser = LedgerBodies.id(OrganiserId::new, body.organiser(), "organiser");
    return new Share(ChartOfAccounts.payableTo(organiser, currency), body.weight());
  }

  private static TemplateId template(OrganiserId organiser, Currency currency) {
    return new TemplateId("tips." + organiser + "." + currency.getCurrencyCode());
  }
}
