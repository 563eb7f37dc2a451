package io.daybook.demo;

import io.daybook.security.DemoUsers;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives the demo users something to look at after the first start, over the REST API as they would
 * themselves: an approved organiser with a show on sale, a buyer with two tickets, and an
 * application that waits for the officers.
 */
@Component
@Profile("!demo")
@ConditionalOnBooleanProperty(name = "daybook.demo-sale", matchIfMissing = true)
class DemoData {
  private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
  private static final int SEATS = 200;

  private final DemoUsers users;
  private final JsonMapper json;

  DemoData(DemoUsers users, JsonMapper json) {
    this.users = users;
    this.json = json;
  }

  @EventListener
  void start(ApplicationReadyEvent ready) {
    if (!users.newPasswords().isEmpty()
        && ready.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      URI server = URI.create("http://127.0.0.1:" + context.getWebServer().getPort());
      Thread.ofVirtual().name("demo-data").start(() -> add(server));
    }
  }

  private void add(URI server) {
    try {
      var people = new DemoPeople(server, json, users.newPasswords());
      RestSession newcomer = people.registerStranger("lichtspiel", "ORGANISER");
      DemoApplication.apply(newcomer, "Lichtspiel Theater UG", "HRB 20418").submit();
      RestSession oscar = people.signIn("oscar");
      var application = DemoApplication.apply(oscar, "Nachtwache Konzerte GmbH", "HRB 10217");
      application.submit();
      application.approve(people.signIn("olga"), "Register extract and owners match");
      application.approve(people.signIn("pavel"), "A second pair of eyes agrees");
      application.awaitClearance();
      DemoShow show = DemoShow.publish(oscar, "Night Watch, live", SEATS);
      show.buy(people.signIn("anna"), 2);
      LOG.info("demo data are there: '{}' is on sale, one application waits", show.title());
    } catch (DemoFailed e) {
      LOG.warn("the demo data are not complete: {}", e.getMessage());
    }
  }
}
