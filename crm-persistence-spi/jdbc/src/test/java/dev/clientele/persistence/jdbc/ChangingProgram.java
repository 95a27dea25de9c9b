package dev.clientele.persistence.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.clientele.persistence.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A program of eight writers on one PostgreSQL database, two of them hosts, that change records until its input ends. */
final class ChangingProgram {

    static final String READY = "ready";
    static final int WRITERS = 8;

    private static final int HOSTS = 2;

    private ChangingProgram() {}

    /** Takes the database's URL and the program's name. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String url = arguments[0];
        AtomicBoolean over = new AtomicBoolean();
        try (Storage storage = PostgresStorage.builder(url)
                        .connections(1, WRITERS - HOSTS)
                        .open();
                HikariDataSource hosts = pool(url)) {
            storage.migration(Samples.SCHEMA).validate();
            System.out.println(READY);
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                RandomChanges changes = new RandomChanges(storage, arguments[1] + "-" + i);
                Runnable change = i < HOSTS ? () -> changes.changeWith(hosts) : changes::change;
                Thread writer = new Thread(() -> {
                    while (!over.get()) {
                        change.run();
                    }
                });
                writer.setUncaughtExceptionHandler((thread, failure) -> end(failure));
                writer.start();
                writers.add(writer);
            }
            while (System.in.read() >= 0) {
                // nobody says anything
            }
            over.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
        }
    }

    private static void end(Throwable failure) {
        failure.printStackTrace();
        Runtime.getRuntime().halt(1);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(HOSTS);
        return new HikariDataSource(config);
    }

    static Process start(String url, String name) {
        try {
            return new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-Xmx128m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=off", // servers that are killed leave traces
                            "-cp",
                            System.getProperty("java.class.path"),
                            ChangingProgram.class.getName(),
                            url,
                            name)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("the program could not be started", e);
        }
    }
}
