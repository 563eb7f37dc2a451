package io.daybook.recorder.personal;

import io.daybook.recorder.format.EventFamilies;
import io.daybook.security.personal.DataClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which texts of which events are personal, and whose they are.
 *
 * <p>Whose, says the first event of the aggregate that they belong to. Fields are named by JSON
 * pointers (RFC 6901) into the stored payload.
 */
public final class PersonalEvents {
  private final EventFamilies families;
  private final Map<String, Owner> ownerByFirstEvent = new HashMap<>();
  private final Map<String, List<String>> fieldsByEvent = new HashMap<>();

  /** Nothing is personal but what is named then. */
  public PersonalEvents(EventFamilies families) {
    this.families = families;
  }

  /**
   * Where an aggregate's first event says whose its personal texts are.
   *
   * @param subject the pointer to the user's id
   * @param scope the pointer to what ends by itself; null: the aggregate
   */
  record Owner(DataClass dataClass, String subject, @Nullable String scope) {}

  /** Names the first event of an aggregate, and in it the user and what ends by itself. */
  public PersonalEvents owned(
      Class<?> firstEvent, DataClass dataClass, String subject, String scope) {
    ownerByFirstEvent.put(name(firstEvent), new Owner(dataClass, subject, scope));
    return this;
  }

  /** Names the first event of an aggregate that ends by itself, and in it the user. */
  public PersonalEvents owned(Class<?> firstEvent, DataClass dataClass, String subject) {
    ownerByFirstEvent.put(name(firstEvent), new Owner(dataClass, subject, null));
    return this;
  }

  /** Names the personal texts of an event. */
  public PersonalEvents personal(Class<?> event, String... fields) {
    fieldsByEvent.put(name(event), List.of(fields));
    return this;
  }

  /** Returns the pointers to the personal texts of an event; none if it has none. */
  public List<String> fields(String type) {
    return fieldsByEvent.getOrDefault(type, List.of());
  }

  Optional<Owner> owner(String firstEvent) {
    return Optional.ofNullable(ownerByFirstEvent.get(firstEvent));
  }

  private String name(Class<?> event) {
    return families.name(event).orElseThrow(() -> new IllegalArgumentException("" + event));
  }
}
