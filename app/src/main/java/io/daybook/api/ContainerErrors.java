package io.daybook.api;

import io.daybook.security.Problems;
import java.io.IOException;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Gives what Tomcat refuses before any filter the shape of our other problems. */
@Component
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.addContextCustomizers(context -> {
      Container host = context.getParent();
      if (host instanceof StandardHost standard) {
        standard.setErrorReportValveClass(ProblemValve.class.getName());
      }
      host.getPipeline().addValve(new ProblemValve());
    });
  }

  /** Writes a problem instead of Tomcat's page. Tomcat needs the class and constructor public. */
  public static final class ProblemValve extends ErrorReportValve {
    /** Called by Tomcat. */
    public ProblemValve() {}

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
      HttpStatus status = HttpStatus.resolve(response.getStatus());
      if (status == null || !status.isError() || !response.setErrorReported()) {
        return;
      }
      try {
        Problems.write(
            response,
            status,
            ProblemCodes.of(status),
            "The server could not take the request as it was sent.");
      } catch (IOException | IllegalStateException gone) {
        container.getLogger().debug("The client is gone or has its answer already", gone);
      }
    }
  }
}
