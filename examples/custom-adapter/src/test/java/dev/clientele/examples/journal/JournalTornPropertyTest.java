package dev.clientele.examples.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.CorruptDataException;
import dev.clientele.persistence.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** What is left of any journal, wherever it is cut or changed. */
class JournalTornPropertyTest {

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void a_journal_cut_anywhere_holds_exactly_the_transactions_before_the_cut(
            @ForAll @Size(min = 1, max = 8)
                    List<@StringLength(max = 60) @CharRange(from = ' ', to = '\u03e8') String> bodies,
            @ForAll @IntRange(max = 1_000_000) int millionth)
            throws IOException {
        withJournal(bodies, (file, ends) -> {
            byte[] whole = Files.readAllBytes(file);
            int cut = (int) ((long) whole.length * millionth / 1_000_000);
            Files.write(file, Arrays.copyOf(whole, cut));

            assertThat(Notes.bodies(file)).isEqualTo(bodies.subList(0, Math.max(0, before(ends, cut))));
        });
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void a_journal_with_a_changed_byte_is_refused_or_lacks_its_last_transaction(
            @ForAll @Size(min = 1, max = 8)
                    List<@StringLength(max = 60) @CharRange(from = ' ', to = '\u03e8') String> bodies,
            @ForAll @IntRange(max = 999_999) int millionth,
            @ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        withJournal(bodies, (file, ends) -> {
            byte[] changed = Files.readAllBytes(file);
            int at = (int) ((long) changed.length * millionth / 1_000_000);
            changed[at] ^= (byte) change;
            Files.write(file, changed);

            if (before(ends, at) == bodies.size() - 1) {
                assertThat(Notes.bodies(file)).isEqualTo(bodies.subList(0, bodies.size() - 1));
            } else {
                assertThatThrownBy(() -> Notes.open(file)).isInstanceOf(CorruptDataException.class);
                assertThat(Files.readAllBytes(file)).isEqualTo(changed);
            }
        });
    }

    /** How many transactions end at a byte or before; -1 if it lies in what precedes the first. */
    private static int before(List<Long> ends, int at) {
        int whole = (int) ends.stream().filter(end -> end <= at).count();
        return whole - 1;
    }

    private static void withJournal(List<String> bodies, Check check) throws IOException {
        Path folder = Files.createTempDirectory("torn");
        Path file = folder.resolve("crm.journal");
        try {
            List<Long> ends = new ArrayList<>();
            try (Storage storage = Notes.open(file)) {
                ends.add(Files.size(file));
                for (int i = 0; i < bodies.size(); i++) {
                    Notes.add(storage, i, bodies.get(i));
                    ends.add(Files.size(file));
                }
            }
            check.check(file, ends);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private interface Check {
        void check(Path file, List<Long> ends) throws IOException;
    }
}
