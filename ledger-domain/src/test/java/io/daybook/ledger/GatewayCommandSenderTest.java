package io.daybook.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.book.BookError.UnknownEntry;
import io.daybook.ledger.book.EntryId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayCommandSenderTest {
  private static final UnknownEntry ERROR = new UnknownEntry(new EntryId(DerivedId.of("ent", "1")));

  private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
  private final CommandSender sender =
      new GatewayCommandSender(DefaultCommandGateway.builder().commandBus(bus).build());
  private final List<CommandMessage<?>> handled = new ArrayList<>();
  private final UnitOfWork<?> eventHandling =
      new DefaultUnitOfWork<>(GenericEventMessage.asEventMessage("event"));

  @BeforeEach
  void handleAnEvent() {
    bus.subscribe(String.class.getName(), this::handle);
    bus.subscribe(
        Integer.class.getName(),
        _ -> {
          throw new CommandRefused(ERROR);
        });
    eventHandling.registerCorrelationDataProvider(_ -> MetaData.with("traceId", "trace"));
    eventHandling.start();
  }

  @AfterEach
  void stop() {
    eventHandling.rollback();
  }

  private Object handle(CommandMessage<?> command) {
    handled.add(command);
    assertThat(CurrentUnitOfWork.get().parent()).isEmpty();
    return "done";
  }

  @Test
  void handlesTheCommandInAUnitOfWorkOfItsOwn() {
    sender.send("command");

    assertThat(handled).hasSize(1);
    assertThat(CurrentUnitOfWork.get()).isSameAs(eventHandling);
  }

  @Test
  void passesTheCorrelationOfTheEventOn() {
    sender.send("command");

    assertThat(handled.getFirst().getMetaData()).containsEntry("traceId", "trace");
  }

  @Test
  void returnsToTheEventAfterARefusal() {
    assertThatThrownBy(() -> sender.send(1))
        .isInstanceOfSatisfying(
            CommandRefused.class, refused -> assertThat(refused.error()).isEqualTo(ERROR));
    assertThat(CurrentUnitOfWork.get()).isSameAs(eventHandling);
  }
}
