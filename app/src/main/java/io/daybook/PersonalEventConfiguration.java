package io.daybook;

import io.daybook.kyb.casefile.KybEvent;
import io.daybook.recorder.format.EventFamilies;
import io.daybook.recorder.personal.PersonalEvents;
import io.daybook.security.personal.DataClass;
import io.daybook.ticketing.order.OrderEvent;
import io.daybook.ticketing.ticket.TicketEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which texts of the journal's events are personal. */
@Configuration(proxyBeanMethods = false)
class PersonalEventConfiguration {
  private static final String REASON = "/reason";

  /**
   * A business may bear its owner's name, reasons are what people write about people, and a hit
   * says whom somebody was taken for.
   */
  @Bean
  PersonalEvents personalEvents(EventFamilies families) {
    return new PersonalEvents(families)
        .owned(KybEvent.CaseOpened.class, DataClass.KYB, "/applicant")
        .personal(
            KybEvent.CaseOpened.class,
            "/business/legalName",
            "/business/registrationNumber",
            "/business/activity")
        .personal(KybEvent.ApprovalProposed.class, REASON)
        .personal(KybEvent.ApprovalSeconded.class, REASON)
        .personal(KybEvent.InformationRequested.class, "/question")
        .personal(KybEvent.InformationProvided.class, "/answer")
        .personal(KybEvent.ReviewProposed.class, REASON)
        .personal(KybEvent.ReviewCompleted.class, REASON)
        .personal(KybEvent.CaseApproved.class, REASON)
        .personal(KybEvent.CaseRejected.class, REASON)
        .personal(KybEvent.PartyNamed.class, "/details/name", "/details/birthDate")
        .personal(
            KybEvent.HitFound.class,
            "/found/entry",
            "/found/entryHash",
            "/found/listedName",
            "/found/explanation")
        .personal(KybEvent.HitDismissalProposed.class, REASON)
        .personal(KybEvent.HitDismissed.class, REASON)
        .personal(KybEvent.HitConfirmed.class, REASON)
        .owned(OrderEvent.OrderPlaced.class, DataClass.TICKETING, "/content/buyer", "/content/show")
        .personal(OrderEvent.OrderRefundRequested.class, REASON)
        .owned(TicketEvent.TicketIssued.class, DataClass.TICKETING, "/holder", "/show")
        .personal(TicketEvent.TicketRevoked.class, REASON);
  }
}
