package io.daybook.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;

/**
 * What the description of one operation says beyond what its parameters tell.
 *
 * @param summary what it does, in a few words
 * @param success the status of its answer
 * @param body the type of a write's answer; null if the method's return type tells
 * @param mediaType of the answer; null for JSON
 * @param example a request's body; empty if there is none
 * @param refusals refusals of its own, each a status and a code: {@code 409 sold_out}
 */
record ApiOperation(
    HttpMethod method,
    String path,
    String summary,
    HttpStatus success,
    @Nullable Class<?> body,
    @Nullable String mediaType,
    String example,
    List<String> refusals) {
  static ApiOperation get(String path, String summary, String... refusals) {
    return of(HttpMethod.GET, path, summary, HttpStatus.OK).refusing(refusals);
  }

  static ApiOperation post(String path, String summary, HttpStatus success, String... refusals) {
    return of(HttpMethod.POST, path, summary, success).refusing(refusals);
  }

  static ApiOperation delete(String path, String summary, String... refusals) {
    return of(HttpMethod.DELETE, path, summary, HttpStatus.NO_CONTENT).refusing(refusals);
  }

  private static ApiOperation of(
      HttpMethod method, String path, String summary, HttpStatus success) {
    return new ApiOperation(method, path, summary, success, null, null, "", List.of());
  }

  private ApiOperation refusing(String... own) {
    return new ApiOperation(method, path, summary, success, body, mediaType, example, List.of(own));
  }

  /** Says what the answer is, where the method only returns its text. */
  ApiOperation answering(Class<?> type) {
    return new ApiOperation(method, path, summary, success, type, mediaType, example, refusals);
  }

  /** Says that the answer is a file. */
  ApiOperation file(String type) {
    return new ApiOperation(method, path, summary, success, body, type, example, refusals);
  }

  /** Shows a body to send. */
  ApiOperation sending(String json) {
    return new ApiOperation(method, path, summary, success, body, mediaType, json, refusals);
  }
}
