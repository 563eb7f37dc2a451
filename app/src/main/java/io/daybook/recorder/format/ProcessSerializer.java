package io.daybook.recorder.format;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Writes and reads what processes keep: tracking tokens, the state of sagas and, between nodes,
 * commands.
 *
 * <p>Only classes of Axon and of this project are ever loaded by name.
 */
public final class ProcessSerializer extends JacksonSerializer {
  /** Creates a serializer. */
  public ProcessSerializer() {
    super(JacksonSerializer.builder().objectMapper(StrictJson.general()));
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    String name = type.getName();
    boolean known =
        SerializedType.emptyType().equals(type)
            || name.startsWith("io.daybook.")
            || name.startsWith("org.axonframework.");
    if (!known) {
      throw new SerializationException("'" + name + "' is not a class that may be loaded");
    }
    return super.classForType(type);
  }
}
