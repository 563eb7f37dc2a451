package io.daybook.recorder.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The closed set of events that the journal may hold, each under a name that never changes.
 *
 * <p>A name is the package below {@code io.daybook} and the record's simple name, such as {@code
 * ledger.book.EntryPosted}. Nothing outside this set is written, and no class is ever looked up by
 * a name from the database.
 */
public final class EventFamilies {
  private static final String ROOT = "io.daybook.";

  private final Map<String, Class<?>> classByName = new LinkedHashMap<>();
  private final Map<Class<?>, String> nameByClass = new LinkedHashMap<>();

  private EventFamilies() {}

  /**
   * Collects the records of sealed families, of families nested in them too.
   *
   * @throws IllegalArgumentException if a family is not sealed, a member is not a record of {@code
   *     io.daybook}, or two members would have one name
   */
  public static EventFamilies of(Class<?>... families) {
    var result = new EventFamilies();
    for (Class<?> family : families) {
      if (!family.isSealed()) {
        throw new IllegalArgumentException(family + " is not a sealed family");
      }
      for (Class<?> member : members(family)) {
        result.add(nameOf(member), member);
      }
    }
    for (Class<?> member : members(SystemEvent.class)) {
      result.add(SystemEvent.STREAM + "." + member.getSimpleName(), member);
    }
    return result;
  }

  /** Returns the name of an event class, absent if it is not one of the set. */
  public Optional<String> name(Class<?> event) {
    return Optional.ofNullable(nameByClass.get(event));
  }

  /** Returns the event class with a name, absent if the set has none. */
  public Optional<Class<?>> event(String name) {
    return Optional.ofNullable(classByName.get(name));
  }

  /** Returns all names, in the order of the families. */
  public List<String> names() {
    return List.copyOf(classByName.keySet());
  }

  private void add(String name, Class<?> event) {
    Class<?> other = classByName.putIfAbsent(name, event);
    if (other != null && other != event) {
      throw new IllegalArgumentException("two events are named " + name);
    }
    nameByClass.put(event, name);
  }

  private static List<Class<?>> members(Class<?> family) {
    var members = new ArrayList<Class<?>>();
    for (Class<?> member : family.getPermittedSubclasses()) {
      if (member.isSealed()) {
        members.addAll(members(member));
      } else {
        members.add(member);
      }
    }
    return members;
  }

  private static String nameOf(Class<?> event) {
    if (!event.isRecord() || !event.getName().startsWith(ROOT)) {
      throw new IllegalArgumentException(event + " is not a record of " + ROOT);
    }
    return event.getPackageName().substring(ROOT.length()) + "." + event.getSimpleName();
  }
}
