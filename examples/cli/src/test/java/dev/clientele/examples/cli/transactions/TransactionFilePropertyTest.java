package dev.clientele.examples.cli.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TransactionFilePropertyTest {

    private record Sale(String customer, LocalDate day, BigDecimal amount) {}

    @Provide
    Arbitrary<List<Sale>> sales() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("ab,;\"\n\r\t éß€")
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(name -> "x" + name + "x");
        Arbitrary<LocalDate> days = Arbitraries.longs().between(0, 20_000).map(LocalDate::ofEpochDay);
        Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("-99999"), new BigDecimal("99999"))
                .ofScale(2);
        return Combinators.combine(names, days, amounts).as(Sale::new).list().ofMaxSize(20);
    }

    @Property(tries = 200)
    void what_was_written_is_read(@ForAll("sales") List<Sale> sales, @ForAll boolean header) throws IOException {
        List<String> lines = new ArrayList<>();
        if (header) {
            lines.add("who;when;paid");
        }
        for (Sale sale : sales) {
            lines.add('"' + sale.customer().replace("\"", "\"\"") + "\";" + sale.day() + ";"
                    + sale.amount().toPlainString());
        }
        Path file = Files.createTempFile("sales", ".csv");
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
            if (lines.isEmpty()) {
                return;
            }
            Collected read = Collected.of(file, Collected.layout(";", header, "1", "2", "3"));

            assertThat(read.rejections).isEmpty();
            assertThat(read.transactions.stream().map(t -> new Sale(t.customer(), t.day(), t.amount())))
                    .containsExactlyElementsOf(sales);
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 200)
    void every_line_is_a_transaction_or_a_rejection(@ForAll("words") List<List<String>> rows) throws IOException {
        Path file = Files.createTempFile("words", ".txt");
        try {
            Files.write(
                    file, rows.stream().map(words -> String.join("  ", words)).toList());
            Collected read = new Collected();
            try {
                read = Collected.of(file, Collected.layout(" ", false, "1", "2", "3"));
            } catch (UnusableDataException empty) {
                assertThat(empty).hasMessageContaining("is empty");
            }

            assertThat(read.transactions.size() + read.rejections.size()).isEqualTo((int)
                    rows.stream().filter(words -> !words.isEmpty()).count());
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> words() {
        return Arbitraries.of("ann", "2020-01-05", "2020-02-30", "12.50", "-1", "n/a")
                .list()
                .ofMaxSize(4)
                .list()
                .ofMaxSize(12);
    }
}
