package dev.clientele.b2c.identity;

import com.google.common.collect.Iterators;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Selection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes records of what people have entered about many persons, in one transaction, and decides on them in a second one. */
final class EnteredCapture {

    private static final int BATCH = 500;

    private final CrmSession session;

    EnteredCapture(CrmSession session) {
        this.session = session;
    }

    long run(Selection<Person> persons) {
        List<UUID> ids = new ArrayList<>();
        try (Stream<Person> all = persons.stream()) {
            all.forEach(person -> ids.add(person.id().value()));
        }
        long captured = 0;
        for (Iterator<List<UUID>> batches = Iterators.partition(ids.iterator(), BATCH); batches.hasNext(); ) {
            Set<UUID> batch = new LinkedHashSet<>(batches.next());
            Set<UUID> records =
                    session.inTransaction(tx -> new Settlement(tx).entered().read(batch));
            captured += records.size();
            if (!records.isEmpty()) {
                session.runInTransaction(tx -> new Identification(tx)
                        .settle(records.stream().map(Id::<SourceRecord>of).toList()));
            }
        }
        return captured;
    }
}
