package dev.clientele.examples.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.clientele.persistence.CorruptDataException;
import dev.clientele.persistence.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal makes of a file that isn't as it left it. */
class JournalDamageTest {

    @TempDir
    private Path folder;

    private Path file;
    private byte[] whole;
    private int lastFrame;

    @BeforeEach
    void writeThreeTransactions() throws IOException {
        file = folder.resolve("crm.journal");
        try (Storage storage = Notes.open(file)) {
            Notes.add(storage, 1, "one");
            Notes.add(storage, 2, "two");
            lastFrame = (int) Files.size(file);
            Notes.add(storage, 3, "three");
        }
        whole = Files.readAllBytes(file);
    }

    @Test
    void cut_at_any_byte_of_the_last_transaction_it_opens_with_exactly_those_before() throws IOException {
        for (int length = lastFrame; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            try (Storage storage = Notes.open(file)) {
                assertThat(Notes.bodies(storage)).as("cut at %s", length).containsExactly("one", "two");
                Notes.add(storage, 3, "another");
            }
            assertThat(Notes.bodies(file)).as("cut at %s", length).containsExactly("one", "two", "another");
        }
    }

    @Test
    void a_last_transaction_of_which_only_the_length_arrived_is_cut_off() throws IOException {
        for (int length = lastFrame; length < whole.length; length += 7) {
            byte[] zeros = Arrays.copyOf(Arrays.copyOf(whole, length), whole.length + 4096);
            Files.write(file, zeros);

            assertThat(Notes.bodies(file)).as("zeros from %s", length).containsExactly("one", "two");
            assertThat(Files.size(file)).isEqualTo(lastFrame);
        }
    }

    @Test
    void a_last_transaction_whose_end_arrived_before_its_beginning_is_cut_off() throws IOException {
        for (int begin = lastFrame + 8; begin < whole.length; begin += 7) {
            byte[] late = whole.clone();
            Arrays.fill(late, lastFrame, begin, (byte) 0);
            Files.write(file, late);

            assertThat(Notes.bodies(file)).as("zeros up to %s", begin).containsExactly("one", "two");
        }
    }

    @Test
    void a_byte_that_changed_before_the_last_transaction_is_corrupt_and_nothing_is_overwritten() throws IOException {
        for (int at = 0; at < lastFrame; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);

            assertRefused(flipped);
        }
    }

    @Test
    void a_hole_before_the_last_transaction_is_corrupt_and_nothing_is_overwritten() throws IOException {
        int middle = lastFrame / 2;
        byte[] zeros = whole.clone();
        Arrays.fill(zeros, middle, lastFrame, (byte) 0);

        assertRefused(zeros);
    }

    @Test
    void bytes_that_are_missing_or_there_twice_are_corrupt_and_nothing_is_overwritten() throws IOException {
        int middle = lastFrame / 2;

        assertRefused(joined(Arrays.copyOf(whole, middle), Arrays.copyOfRange(whole, middle + 10, whole.length)));
        assertRefused(joined(Arrays.copyOf(whole, middle), Arrays.copyOfRange(whole, middle - 10, whole.length)));
        assertRefused(joined(whole, Arrays.copyOfRange(whole, lastFrame, whole.length)));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    @Test
    void a_file_that_is_something_else_is_refused_and_left_alone() throws IOException {
        assertRefused("SQLite format 3\0 and so on".getBytes(StandardCharsets.US_ASCII));
        assertRefused("x".getBytes(StandardCharsets.US_ASCII));
        assertRefused("clientele journal 2\nof a later version".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void a_file_whose_making_was_interrupted_is_a_new_journal() throws IOException {
        for (int length = 0; length < 20; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(Notes.bodies(file)).as("%s bytes", length).isEmpty();
        }
    }

    private void assertRefused(byte[] bytes) throws IOException {
        Files.write(file, bytes);

        assertThatExceptionOfType(CorruptDataException.class).isThrownBy(() -> Notes.open(file));
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }
}
