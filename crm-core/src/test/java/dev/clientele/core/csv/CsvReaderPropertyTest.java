package dev.clientele.core.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvReaderPropertyTest {

    @Provide
    Arbitrary<List<List<String>>> rows() {
        return Arbitraries.strings()
                .withChars("a,;\"\r\n\t #=éß€")
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 1000)
    void what_is_written_is_read(@ForAll("rows") List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        CsvRowWriter writer = new CsvRowWriter(text);
        for (List<String> row : rows) {
            writer.write(row);
        }

        List<List<String>> read = new ArrayList<>();
        CsvReader reader = CsvReader.of(new StringReader(text.toString()), ",");
        long line = 1;
        for (Optional<CsvRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            read.add(row.get().cells());
            assertThat(row.get().number()).isEqualTo(read.size());
            assertThat(row.get().firstLine()).isEqualTo(line);
            line = row.get().lastLine() + 1;
        }

        assertThat(read).isEqualTo(rows);
    }

    @Property(tries = 1000)
    void every_line_of_any_text_belongs_to_a_row_or_to_a_fault_or_is_empty(@ForAll("texts") String text) {
        CsvReader reader = CsvReader.of(new StringReader(text), ",");
        List<String> lines = List.of(text.split("\r\n|\r|\n", -1));
        long next = 1;
        for (boolean more = true; more; ) {
            try {
                Optional<CsvRow> row = reader.next();
                more = row.isPresent();
                if (more) {
                    assertThat(lines.subList((int) next - 1, (int) row.get().firstLine() - 1))
                            .allSatisfy(line -> assertThat(line).isEmpty());
                    next = row.get().lastLine() + 1;
                }
            } catch (MalformedCsvException fault) {
                assertThat(fault.line()).isGreaterThanOrEqualTo(next);
                next = fault.line() + 1;
            }
        }
        assertThat(lines.subList((int) next - 1, lines.size()))
                .allSatisfy(line -> assertThat(line).isEmpty());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("a, \"\r\n").ofMaxLength(40);
    }
}
