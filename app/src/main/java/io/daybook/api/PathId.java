package io.daybook.api;

import java.util.function.Function;

/** Reads ids in paths: an id that can't be is as absent as one that is not there. */
final class PathId {
  private PathId() {}

  /**
   * Returns the id in {@code text}.
   *
   * @throws ApiProblem not found, if {@code text} is no such id
   */
  static <I> I of(Function<String, I> constructor, String text, String what) {
    try {
      return constructor.apply(text);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.notFound(what);
    }
  }
}
