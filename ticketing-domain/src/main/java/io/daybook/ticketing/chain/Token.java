package io.daybook.ticketing.chain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.ledger.CommandRefused;
import io.daybook.ticketing.chain.TokenCommand.FinaliseBurn;
import io.daybook.ticketing.chain.TokenCommand.FinaliseMint;
import io.daybook.ticketing.chain.TokenCommand.RequestBurn;
import io.daybook.ticketing.chain.TokenCommand.RequestMint;
import io.daybook.ticketing.chain.TokenCommand.RetractBurn;
import io.daybook.ticketing.chain.TokenCommand.RetractMint;
import io.daybook.ticketing.chain.TokenCommand.SeeBurn;
import io.daybook.ticketing.chain.TokenCommand.SeeMint;
import io.daybook.ticketing.chain.TokenCommand.WithdrawBurn;
import io.daybook.ticketing.chain.TokenCommand.WithdrawMint;
import io.daybook.ticketing.chain.TokenError.TokenAlreadyFinal;
import io.daybook.ticketing.chain.TokenError.TokenExistsWithDifferentContent;
import io.daybook.ticketing.chain.TokenError.TokenNotSeenThere;
import io.daybook.ticketing.chain.TokenEvent.BurnFinalised;
import io.daybook.ticketing.chain.TokenEvent.BurnRequested;
import io.daybook.ticketing.chain.TokenEvent.BurnWithdrawn;
import io.daybook.ticketing.chain.TokenEvent.MintFinalised;
import io.daybook.ticketing.chain.TokenEvent.MintRequested;
import io.daybook.ticketing.chain.TokenEvent.MintWithdrawn;
import io.daybook.ticketing.chain.TokenEvent.TokenBurned;
import io.daybook.ticketing.chain.TokenEvent.TokenMinted;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A ticket's token, from its order to the end of its life on the chain. */
@AggregateRoot
@SuppressWarnings("NullAway.Init") // Axon creates it empty; its first event fills it.
final class Token {
  @AggregateIdentifier private TokenKey id;
  private MintRequested order;
  private boolean isBurnRequested;
  private Sighting mint = Sighting.NONE;
  private Sighting burn = Sighting.NONE;

  Token() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestMint command) {
    var requested =
        new MintRequested(
            command.token(),
            command.ticket(),
            command.chainId(),
            command.contract(),
            command.tokenId(),
            command.commitment());
    if (id == null) {
      apply(requested);
    } else if (!requested.equals(order)) {
      throw new CommandRefused(new TokenExistsWithDifferentContent(id));
    }
  }

  @CommandHandler
  void handle(SeeMint command) {
    see(mint, command.place(), MintWithdrawn::new, TokenMinted::new);
  }

  @CommandHandler
  void handle(WithdrawMint command) {
    withdraw(mint, command.place(), MintWithdrawn::new);
  }

  @CommandHandler
  void handle(RetractMint command) {
    if (mint.isAt(command.place())) {
      apply(new MintWithdrawn(id, command.place()));
    }
  }

  @CommandHandler
  void handle(FinaliseMint command) {
    finalise(mint, command.place(), MintFinalised::new);
  }

  @CommandHandler
  void handle(RequestBurn command) {
    if (!isBurnRequested) {
      apply(new BurnRequested(id, order.ticket(), order.tokenId()));
    }
  }

  @CommandHandler
  void handle(SeeBurn command) {
    see(burn, command.place(), BurnWithdrawn::new, TokenBurned::new);
  }

  @CommandHandler
  void handle(WithdrawBurn command) {
    withdraw(burn, command.place(), BurnWithdrawn::new);
  }

  @CommandHandler
  void handle(RetractBurn command) {
    if (burn.isAt(command.place())) {
      apply(new BurnWithdrawn(id, command.place()));
    }
  }

  @CommandHandler
  void handle(FinaliseBurn command) {
    finalise(burn, command.place(), BurnFinalised::new);
  }

  /** What is seen at a new place is no longer at the old one, whatever was said of that. */
  private void see(
      Sighting sighting,
      Place place,
      BiFunction<TokenKey, Place, TokenEvent> withdrawn,
      BiFunction<TokenKey, Place, TokenEvent> seen) {
    if (sighting.isAt(place)) {
      return;
    }
    @Nullable Place before = sighting.place();
    if (before != null) {
      requireNotFinal(sighting, before);
      apply(withdrawn.apply(id, before));
    }
    apply(seen.apply(id, place));
  }

  private void withdraw(
      Sighting sighting, Place place, BiFunction<TokenKey, Place, TokenEvent> withdrawn) {
    if (sighting.isAt(place)) {
      requireNotFinal(sighting, place);
      apply(withdrawn.apply(id, place));
    }
  }

  private void requireNotFinal(Sighting sighting, Place place) {
    if (sighting.isFinal()) {
      throw new CommandRefused(new TokenAlreadyFinal(id, place));
    }
  }

  private void finalise(
      Sighting sighting, Place place, BiFunction<TokenKey, Place, TokenEvent> finalised) {
    if (!sighting.isAt(place)) {
      throw new CommandRefused(new TokenNotSeenThere(id, place));
    }
    if (!sighting.isFinal()) {
      apply(finalised.apply(id, place));
    }
  }

  @EventSourcingHandler
  void on(TokenEvent event) {
    switch (event) {
      case MintRequested requested -> {
        id = requested.token();
        order = requested;
      }
      case TokenMinted(_, Place place) -> mint = Sighting.at(place);
      case MintWithdrawn _ -> mint = Sighting.NONE;
      case MintFinalised _ -> mint = mint.finalised();
      case BurnRequested _ -> isBurnRequested = true;
      case TokenBurned(_, Place place) -> burn = Sighting.at(place);
      case BurnWithdrawn _ -> burn = Sighting.NONE;
      case BurnFinalised _ -> burn = burn.finalised();
    }
  }
}
