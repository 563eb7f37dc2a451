package io.daybook.recorder.format;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the journal's events: strict JSON under the names of {@link EventFamilies}.
 *
 * <p>An event that is not registered is refused in both directions.
 */
public final class JournalSerializer extends JacksonSerializer {
  /** The media type of what this writes. */
  public static final String CONTENT_TYPE = "application/json";

  private final EventFamilies families;
  private final PayloadSeal seal;

  /** Creates a serializer for the events of {@code families}, which stay as they are. */
  public JournalSerializer(EventFamilies families) {
    this(families, PayloadSeal.NONE);
  }

  /** Creates a serializer that seals what is personal in the events of {@code families}. */
  public JournalSerializer(EventFamilies families, PayloadSeal seal) {
    super(JacksonSerializer.builder().objectMapper(StrictJson.events()));
    this.families = families;
    this.seal = seal;
  }

  /** Returns a serialized event's payload as it is stored. */
  public byte[] sealed(PayloadSeal.Event event, byte[] payload) {
    return seal.seal(event, payload);
  }

  @Override
  @SuppressWarnings("rawtypes") // The interface is older than type parameters.
  public SerializedType typeForClass(@Nullable Class type) {
    if (type == null || type == Void.class || type == MetaData.class) {
      return super.typeForClass(type);
    }
    String name =
        families
            .name((Class<?>) type)
            .orElseThrow(() -> new SerializationException(type + " is not a registered event"));
    return new SimpleSerializedType(name, getRevisionResolver().revisionOf(type));
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    if (SerializedType.emptyType().equals(type)) {
      return Void.class;
    }
    String name = type.getName();
    if (name.equals(MetaData.class.getName())) {
      return MetaData.class;
    }
    return families
        .event(name)
        .orElseThrow(() -> new SerializationException("'" + name + "' is not a registered event"));
  }
}
