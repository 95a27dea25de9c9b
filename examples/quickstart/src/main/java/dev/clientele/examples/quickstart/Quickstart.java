package dev.clientele.examples.quickstart;

import dev.clientele.b2b.B2b;
import dev.clientele.b2c.B2c;
import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.examples.quickstart.business.BusinessLoad;
import dev.clientele.examples.quickstart.business.CreditLimit;
import dev.clientele.examples.quickstart.consumers.ConsumerScoring;
import dev.clientele.examples.quickstart.consumers.ConsumersLoad;
import dev.clientele.examples.quickstart.identity.IdentityLoad;
import dev.clientele.examples.quickstart.load.LoadStep;
import dev.clientele.examples.quickstart.load.LoadSteps;
import dev.clientele.examples.quickstart.report.Report;
import dev.clientele.examples.quickstart.source.ProgressListener;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.jdbc.SqliteStorage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The program: opens a CRM on an SQLite file, loads what is missing, and prints what it knows.
 *
 * <p>The report goes to standard output and depends on nothing but the data; what is being done goes to standard error. Both
 * are in UTF-8. Killed in the middle of loading, the program goes on where it stopped when it is started again.
 */
public final class Quickstart {

    private static final Actor ACTOR = Actor.process("quickstart");

    private Quickstart() {}

    /** See {@code --help}. */
    public static void main(String... arguments) throws IOException {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream log = utf8(FileDescriptor.err);
        if (Arrays.asList(arguments).contains("--help")) {
            out.println(QuickstartOptions.USAGE);
            return;
        }
        run(QuickstartOptions.parse(List.of(arguments)), out, log);
    }

    static void run(QuickstartOptions options, PrintStream out, PrintStream log) throws IOException {
        if (options.fresh()) {
            delete(options.file());
        }
        log.println((Files.exists(options.file()) ? "Opening " : "Creating ") + options.file());
        Files.createDirectories(options.file().getParent());
        try (Storage storage = SqliteStorage.open(options.file())) {
            Crm crm = open(storage);
            CrmSession session = crm.session(TenantId.of("quickstart"), ACTOR);
            CrmSession base = crm.session(TenantId.of("quickstart-base"), ACTOR);
            load(session, base, new DotProgress(log));
            log.println();
            log.flush();
            out.print(Report.of(session, base));
            out.flush();
        }
    }

    /** The CRM of this program on any storage: the library's types, one with a custom field, and one of its own. */
    static Crm open(Storage storage) {
        return Crm.on(storage)
                .types(B2b.types())
                .type(CreditLimit.ACCOUNTS)
                .types(B2c.types())
                .type(LoadStep.TYPE)
                .build();
    }

    /** Loads what is missing. */
    static void load(CrmSession session, CrmSession base, ProgressListener progress) {
        LoadSteps steps = new LoadSteps(session, progress);
        BusinessLoad.run(steps);
        ConsumersLoad.run(steps);
        ConsumerScoring.run(steps);
        IdentityLoad.run(new LoadSteps(base, progress), session);
    }

    private static void delete(Path file) throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
