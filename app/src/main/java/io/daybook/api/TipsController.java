package io.daybook.api;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.OrganiserClearance;
import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.UserId;
import io.daybook.ledger.money.Money;
import io.daybook.ledger.wallet.PayoutError.OrganiserNotCleared;
import io.daybook.ledger.wallet.TipSplit;
import io.daybook.ledger.wallet.Wallet;
import io.daybook.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tips to organisers, out of wallets, and who has a part of them. */
@DryRunnable
@RestController
@RequestMapping(
    path = "/api/v1/organizers/{organiser}",
    produces = MediaType.APPLICATION_JSON_VALUE)
class TipsController {
  private final WalletMoves moves;
  private final TipSplits splits;
  private final OrganiserClearance clearance;

  TipsController(WalletMoves moves, TipSplits splits, OrganiserClearance clearance) {
    this.moves = moves;
    this.splits = splits;
    this.clearance = clearance;
  }

  record TipRequest(@NotNull MoneyBody amount) {}

  record TipShareBody(@NotNull String organiser, int weight) {}

  /** Who has what is left of tips after the platform's fee, by weight. */
  record TipSplitBody(
      @NotNull String currency,
      @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid TipShareBody> shares) {}

  @PostMapping("/tips")
  ResponseEntity<String> tip(
      @PathVariable String organiser, @Valid @RequestBody TipRequest body, WriteKey key) {
    OrganiserId to = id(organiser);
    if (clearance.find(to).isEmpty()) {
      throw new CommandRefused(new OrganiserNotCleared(to));
    }
    Money tip = body.amount().positive("amount");
    Wallet own = Wallet.of(new UserId(Caller.current().userId()));
    TipSplit split = splits.of(to, tip.currency());
    return moves.make(
        new WalletMoves.Move(
            key,
            body,
            () -> {
              moves.open(own, tip.currency());
              splits.open(split, tip.currency());
            },
            split.postings(own.account(tip.currency()), tip),
            "Tip",
            to.value(),
            to.value()));
  }

  @GetMapping("/tip-split")
  TipSplitBody split(@PathVariable String organiser, @RequestParam String currency) {
    Currency known = MoneyBody.currency(currency, "currency");
    return splits.body(own(organiser), known);
  }

  /** Rules who has a part of later tips in a currency. */
  @PostMapping("/tip-split")
  ResponseEntity<String> share(
      @PathVariable String organiser, @Valid @RequestBody TipSplitBody body, WriteKey key) {
    return splits.set(own(organiser), body, key);
  }

  private static OrganiserId own(String organiser) {
    OrganiserId id = id(organiser);
    if (!id.equals(Organisers.callersOwn())) {
      throw ApiProblem.notFound("organiser");
    }
    return id;
  }

  private static OrganiserId id(String organiser) {
    return PathId.of(OrganiserId::new, organiser, "organiser");
  }
}
