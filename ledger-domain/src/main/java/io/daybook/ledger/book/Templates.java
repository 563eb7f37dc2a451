package io.daybook.ledger.book;

import io.daybook.ledger.CommandRefused;
import io.daybook.ledger.book.BookError.UnknownTemplate;
import io.daybook.ledger.book.BookState.TemplateState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The templates of a book by name, each as it was set last. */
final class Templates {
  private final Map<String, EntryTemplate> templatesByName;

  private Templates(Map<String, EntryTemplate> templatesByName) {
    this.templatesByName = templatesByName;
  }

  Templates() {
    this(new TreeMap<>());
  }

  Templates fork() {
    return new Templates(new TreeMap<>(templatesByName));
  }

  /**
   * Returns a template.
   *
   * @throws CommandRefused if there is none
   */
  EntryTemplate get(TemplateId id) {
    @Nullable EntryTemplate template = templatesByName.get(id.value());
    if (template == null) {
      throw new CommandRefused(new UnknownTemplate(id));
    }
    return template;
  }

  boolean has(TemplateId id, EntryTemplate template) {
    return template.equals(templatesByName.get(id.value()));
  }

  void set(TemplateId id, EntryTemplate template) {
    templatesByName.put(id.value(), template);
  }

  List<TemplateState> state() {
    return templatesByName.entrySet().stream()
        .map(entry -> new TemplateState(new TemplateId(entry.getKey()), entry.getValue()))
        .toList();
  }
}
