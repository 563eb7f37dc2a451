package io.daybook.recorder;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Copies the caller's context into each command's metadata, from where it gets to the events. */
final class ContextInterceptor implements MessageDispatchInterceptor<CommandMessage<?>> {
  @Override
  public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
      List<? extends CommandMessage<?>> commands) {
    Map<String, String> metadata =
        CommandContext.current().map(CommandContext::metadata).orElse(Map.of());
    return (index, command) -> metadata.isEmpty() ? command : command.andMetaData(metadata);
  }
}
