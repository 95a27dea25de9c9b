package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.entry;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Transactions of an account and a log entry of the same number, and what of them is stored. */
final class Numbered {

    private static final Instant START = Instant.parse("2027-03-01T12:00:00Z");

    /** Some of it, and nothing that a database could pack well, so that transactions take room. */
    private static final String BODY = new Random(1)
            .ints(5000, '#', '[')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .insert(0, '"')
            .append('"')
            .toString();

    private Numbered() {}

    static void write(Storage storage, int number) {
        Document account = account(number, Map.of("name", "n" + number));
        try (StorageSession session = storage.write(ACME)) {
            session.write(
                    List.of(new Write.Insert(new Document(account.type(), account.id(), 0, account.fields(), BODY))));
            session.append("interaction", List.of(entry("k" + number, START.plusSeconds(number), id(number))));
            session.commit();
        }
    }

    /** The numbers of the transactions that are stored, each of them wholly. */
    static Set<Integer> stored(Storage storage) {
        try (StorageSession session = storage.read(ACME)) {
            Set<Integer> documents = new TreeSet<>();
            try (Stream<Document> rows = session.scan(Query.all("account"))) {
                rows.forEach(
                        row -> documents.add(number(String.valueOf(row.fields().get("name")))));
            }
            List<Integer> entries = new ArrayList<>();
            Position last = Position.START;
            List<LogEntry> page = session.follow("interaction", last, 1000);
            while (!page.isEmpty()) {
                page.forEach(entry -> entries.add(number(entry.key())));
                last = page.get(page.size() - 1).position();
                page = session.follow("interaction", last, 1000);
            }
            assertThat(entries).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(documents);
            for (int number : documents) {
                assertThat(session.page(LogQuery.newestFirst("interaction", id(number)), PageRequest.first(2))
                                .items())
                        .hasSize(1);
            }
            return documents;
        }
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }
}
