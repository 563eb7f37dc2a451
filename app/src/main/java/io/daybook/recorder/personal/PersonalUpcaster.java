package io.daybook.recorder.personal;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybook.recorder.format.PayloadSeal;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/** Opens the personal texts of events that are read; what was erased reads so. */
final class PersonalUpcaster extends SingleEventUpcaster {
  private final PersonalPayloads payloads;

  PersonalUpcaster(PersonalPayloads payloads) {
    this.payloads = payloads;
  }

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation event) {
    return payloads.concerns(event.getType().getName());
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
    var identity =
        new PayloadSeal.Event(
            event.getType().getName(),
            event.getAggregateIdentifier().orElse(event.getMessageIdentifier()),
            event.getMessageIdentifier());
    return event.upcastPayload(
        event.getType(), JsonNode.class, content -> payloads.open(identity, content));
  }
}
