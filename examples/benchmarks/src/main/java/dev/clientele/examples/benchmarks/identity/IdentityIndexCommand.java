package dev.clientele.examples.benchmarks.identity;

import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.IdentityIndex;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import dev.clientele.examples.benchmarks.race.MachineDescription;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Fills an index with two records of each person and tells what it takes, beside a hash map from e-mail addresses to persons written by
 * hand, which knows no more than that.
 */
@Command(
        name = "identity-index",
        description = "Persons in memory: bytes a person, and the time to add a record, at a tenth and at all.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class IdentityIndexCommand implements Callable<Integer> {

    @Option(names = "--persons", description = "how many, of two records each")
    private int persons = 1_000_000;

    @Option(names = "--samples", description = "how many records are added one by one and timed at each size")
    private int samples = 20_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set before it is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        say("%s", MachineDescription.description());
        long before = usedBytes();
        IdentityIndex index = new IdentityIndex(MatchPolicy.standard());
        double tenth = fill(index, 0, persons / 10);
        double few = time(index, persons / 10, persons);
        double rest = fill(index, persons / 10, persons);
        double all = tenth + rest;
        say(
                "filled with %,d persons in %.1f s, %.1f times as long as a tenth of them, warming up included",
                persons, all, all / tenth);
        long bytes = usedBytes() - before;
        say("%,d bytes a person of two records", bytes / persons);
        double added = time(index, persons, persons + samples);
        if (index.persons().size() != persons + 2 * samples) {
            throw new IllegalStateException(index.persons().size() + " persons");
        }
        say(
                "median times of single records grow like those of a total with exponent %.2f",
                1 + Math.log10(added / few));
        double limit = timeByHand();
        say("adding takes %.0f times as long as a look-up by e-mail alone in a map", added / limit);
        return 0;
    }

    private static double fill(IdentityIndex index, int from, int to) {
        long start = System.nanoTime();
        for (int person = from; person < to; person++) {
            index.add(VisitorGenerator.shop(person));
            index.add(VisitorGenerator.app(person));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Adds records of persons that are there, and of new ones, and returns the median time of the former in microseconds. */
    private double time(IdentityIndex index, int there, int fresh) {
        SplittableRandom random = new SplittableRandom(there);
        long[] known = new long[samples];
        long[] unknown = new long[samples];
        long[] found = new long[samples];
        for (int i = 0; i < samples; i++) {
            int person = random.nextInt(there);
            SourceRecord record = SourceRecord.of("news-" + there, Integer.toString(i))
                    .email(VisitorGenerator.email(person))
                    .cookie("cookie-" + there + '-' + i);
            known[i] = nanos(() -> index.add(record));
            SourceRecord first = VisitorGenerator.shop(2 * persons + fresh + i);
            unknown[i] = nanos(() -> index.add(first));
            RecordRef ref = new RecordRef("shop", Integer.toString(person));
            found[i] = nanos(() -> index.person(ref));
        }
        say("at %,d persons:", there);
        report("  a record of a known person is added", known);
        report("  a record of a new person is added", unknown);
        report("  the person of a record is found", found);
        return known[samples / 2] / 1e3;
    }

    private double timeByHand() {
        Map<String, Integer> byEmail = new HashMap<>();
        for (int person = 0; person < persons; person++) {
            byEmail.put(VisitorGenerator.email(person), person);
        }
        SplittableRandom random = new SplittableRandom(1);
        long[] nanos = new long[samples];
        for (int i = 0; i < samples; i++) {
            String email = VisitorGenerator.email(random.nextInt(persons));
            nanos[i] = nanos(() -> byEmail.merge(email, -1, Math::max));
        }
        report("  by hand: a person is found by e-mail alone", nanos);
        return nanos[samples / 2] / 1e3;
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private void report(String what, long[] nanos) {
        Arrays.sort(nanos);
        say(
                "%s: p50 %.1f us, p99 %.1f us, slowest %.1f ms",
                what,
                nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length * 99 / 100] / 1e3,
                nanos[nanos.length - 1] / 1e6);
    }

    /** The bytes that are in use when all that is garbage is gone. */
    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            runtime.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }

    private void say(String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
