package io.daybook.api;

import io.daybook.feed.ChangeFeed;
import io.daybook.feed.ChangeFilter;
import io.daybook.feed.ChangePage;
import io.daybook.feed.ChangeTypes;
import io.daybook.feed.UnknownChangeType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The business facts of the journal, for systems that follow it by position. */
@RestController
@RequestMapping(path = "/api/v1/changes", produces = MediaType.APPLICATION_JSON_VALUE)
class ChangesController {
  private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");
  private static final Pattern SECONDS = Pattern.compile("[0-9]|[12][0-9]|30");
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final int MAX_TYPES = 50;

  private final ChangeFeed feed;
  private final ChangeTypes types;

  ChangesController(ChangeFeed feed, ChangeTypes types) {
    this.feed = feed;
    this.types = types;
  }

  /** Answers what comes after a position; waits for it if nothing has come and the caller says. */
  @GetMapping
  ChangePage changes(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String limit,
      @RequestParam(required = false) @Nullable String wait,
      @RequestParam(required = false) @Nullable String aggregateType,
      @RequestParam(required = false) @Nullable String aggregateId,
      @RequestParam(required = false) @Nullable List<String> type)
      throws InterruptedException {
    long start = number(POSITION, after, "after is a position, a whole number from 0.", -1);
    int count = (int) number(LIMIT, limit, "limit is a whole number from 1 to 100.", 20);
    long seconds = number(SECONDS, wait, "wait is a number of seconds from 0 to 30.", 0);
    var filter =
        new ChangeFilter(
            name(aggregateType), name(aggregateId), types(type == null ? List.of() : type));
    return feed.await(start, count, filter, Duration.ofSeconds(seconds));
  }

  private Set<String> types(List<String> patterns) {
    try {
      if (patterns.size() <= MAX_TYPES) {
        return types.matching(patterns);
      }
    } catch (UnknownChangeType e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
    throw invalid("There may be " + MAX_TYPES + " types at most.");
  }

  private static @Nullable String name(@Nullable String text) {
    if (text != null && !NAME.matcher(text).matches()) {
      throw invalid("An aggregate's type and id are 1 to 255 visible ASCII characters.");
    }
    return text;
  }

  private static long number(Pattern form, @Nullable String text, String rule, long absent) {
    if (text == null) {
      return absent;
    }
    if (!form.matcher(text).matches()) {
      throw invalid(rule);
    }
    return Long.parseLong(text);
  }

  private static ApiProblem invalid(String detail) {
    return ApiProblem.of(HttpStatus.BAD_REQUEST, "invalid_parameter", detail);
  }
}
