package dev.clientele.examples.cli.transactions;

import dev.clientele.core.csv.DayFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that came out of a file. */
final class Collected implements TransactionSink {

    final List<TransactionRecord> transactions = new ArrayList<>();
    final List<Rejection> rejections = new ArrayList<>();

    @Override
    public void accept(TransactionRecord transaction) {
        transactions.add(transaction);
    }

    @Override
    public void reject(Rejection rejection) {
        rejections.add(rejection);
    }

    List<String> complaints() {
        return rejections.stream().map(Rejection::toString).toList();
    }

    static Collected of(Path file, TransactionLayout layout) {
        Collected collected = new Collected();
        new TransactionFile(file, StandardCharsets.UTF_8, layout).read(collected);
        return collected;
    }

    /** A layout with ISO dates and no quantity. */
    static TransactionLayout layout(String delimiter, boolean header, String customer, String date, String amount) {
        return new TransactionLayout(
                Delimiter.parse(delimiter),
                header,
                new ColumnReference(customer),
                new ColumnReference(date),
                new ColumnReference(amount),
                Optional.empty(),
                DayFormat.iso());
    }
}
