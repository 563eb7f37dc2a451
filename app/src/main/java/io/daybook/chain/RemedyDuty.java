package io.daybook.chain;

import io.daybook.ticketing.chain.IntentId;
import io.daybook.ticketing.chain.Remedy;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what people ordered, in their order. What a crash repeats changes nothing more. */
final class RemedyDuty {
  private static final Logger LOG = LoggerFactory.getLogger(RemedyDuty.class);

  private final RemedyTable remedies;
  private final Intents intents;
  private final Follower follower;
  private final Lane lane;
  private final Leadership leadership;

  RemedyDuty(
      RemedyTable remedies, Intents intents, Follower follower, Lane lane, Leadership leadership) {
    this.remedies = remedies;
    this.intents = intents;
    this.follower = follower;
    this.lane = lane;
    this.leadership = leadership;
  }

  /** Does what waits. */
  void step() {
    Optional<AskedRemedy> next = remedies.nextOrdered();
    while (next.isPresent()) {
      AskedRemedy asked = next.get();
      Remedy remedy = asked.remedy();
      switch (remedy.act()) {
        case RESUME_READING -> leadership.write(() -> done(asked, readAgain()));
        case RESUME_SENDING -> done(asked, lane.resume());
        case SEND_AGAIN -> done(asked, lane.sendAgain(intent(remedy)));
        case PAY_MORE -> done(asked, lane.payMore(intent(remedy)));
        case CANCEL -> done(asked, lane.cancel(intent(remedy)));
      }
      next = remedies.nextOrdered();
    }
  }

  /** What was believed of transactions goes with the blocks that it was read in. */
  private String readAgain() {
    long block = follower.resume();
    intents.reopenAbove(block);
    return "reads on above block " + block;
  }

  private void done(AskedRemedy asked, String outcome) {
    leadership.write(() -> remedies.done(asked.id(), outcome));
    LOG.info("{} {}: {}", asked.id(), asked.remedy().act(), outcome);
  }

  private static IntentId intent(Remedy remedy) {
    return Objects.requireNonNull(remedy.intent(), "intent");
  }
}
