package io.daybook.database;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Opens the data folder before anything that keeps something in it, and starts the database there
 * while Spring still reads its configuration: on a first start it needs a third of the time.
 */
final class DatabaseHeadStart implements ApplicationListener<ApplicationContextInitializedEvent> {
  /** A database that starts, on a thread of its own. */
  record Starting(CompletableFuture<EmbeddedPostgres> postgres) implements AutoCloseable {
    /** Returns the database once it has started. */
    EmbeddedPostgres await() {
      return postgres.join();
    }

    @Override
    public void close() {
      var _ =
          postgres
              .handle((started, refused) -> {
                close(started);
                return started;
              })
              .join();
    }

    private static void close(@Nullable EmbeddedPostgres started) {
      if (started != null) {
        started.close();
      }
    }
  }

  @Override
  public void onApplicationEvent(ApplicationContextInitializedEvent event) {
    var context = (GenericApplicationContext) event.getApplicationContext();
    Environment environment = context.getEnvironment();
    Binder binder = Binder.get(environment);
    DataFolder folder =
        DataFolder.open(binder.bindOrCreate("daybook", DataProperties.class).data());
    register(context, "dataFolder", folder);
    if (!environment.containsProperty("spring.datasource.url")) {
      @Nullable Integer port =
          binder.bindOrCreate("daybook.database", DatabaseProperties.class).port();
      register(context, "databaseHeadStart", start(folder, port));
    }
  }

  private static Starting start(DataFolder folder, @Nullable Integer port) {
    var postgres = new CompletableFuture<EmbeddedPostgres>();
    Thread.ofPlatform()
        .name("database-start")
        .start(() -> {
          try {
            postgres.complete(EmbeddedPostgres.start(folder, port));
          } catch (RuntimeException | Error e) {
            postgres.completeExceptionally(e);
          }
        });
    return new Starting(postgres);
  }

  /** What is registered first is closed last, also when the start fails before anybody used it. */
  private static void register(GenericApplicationContext context, String name, AutoCloseable part) {
    context.getBeanFactory().registerSingleton(name, part);
    context.getDefaultListableBeanFactory().registerDisposableBean(name, part::close);
  }
}
