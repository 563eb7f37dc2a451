package io.daybook.recorder.witness;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the witnesses do. */
@RestController
class WitnessController {
  private final Witnesses witnesses;

  WitnessController(Witnesses witnesses) {
    this.witnesses = witnesses;
  }

  /** All witnesses, and whether the newest checkpoint has its quorum. */
  record Overview(boolean quorum, List<Witnesses.Status> witnesses) {}

  @GetMapping(path = "/api/v1/status/witnesses", produces = MediaType.APPLICATION_JSON_VALUE)
  Overview witnesses() {
    return new Overview(witnesses.hasQuorum(), witnesses.status());
  }
}
