package io.daybook.api;

import io.daybook.Http.Answer;
import java.util.ArrayList;
import java.util.List;

/** Names who owns a business and what of it, over REST. */
public final class Owners {
  private final Player organiser;
  private final String path;
  private final List<String> holdings = new ArrayList<>();
  private final List<String> controls = new ArrayList<>();

  public Owners(Player organiser, String path) {
    this.organiser = organiser;
    this.path = path;
  }

  /** Returns the party that stands for the business. */
  public String business() {
    return organiser.get(path + "/parties").json().path("data").path(0).path("id").asString();
  }

  /** Returns the id of a new party. */
  public String add(String kind, String name) {
    String body =
        """
        {"kind": "%s", "roles": ["OWNER"], "name": "%s"}
        """
            .formatted(kind, name);
    return organiser.post(path + "/parties", body).text("id");
  }

  /** Adds a holding to what will be declared. */
  public Owners hold(String owner, String owned, int basisPoints) {
    holdings.add(
        "{\"owner\": \"%s\", \"owned\": \"%s\", \"basisPoints\": %d}"
            .formatted(owner, owned, basisPoints));
    return this;
  }

  /** Adds control to what will be declared. */
  public Owners control(String who, String whom) {
    controls.add("{\"who\": \"%s\", \"whom\": \"%s\"}".formatted(who, whom));
    return this;
  }

  /** Declares what was added, and returns the answer's status. */
  public int declare() {
    return answer().status();
  }

  Answer answer() {
    return organiser.post(
        path + "/ownership",
        "{\"holdings\": [%s], \"controls\": [%s]}"
            .formatted(String.join(",", holdings), String.join(",", controls)));
  }
}
