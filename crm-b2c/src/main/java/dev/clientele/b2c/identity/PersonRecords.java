package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.LinkableRecord;
import dev.clientele.b2c.identity.resolution.Resolution;
import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Persons;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records and decisions about persons who may have become one with others. */
final class PersonRecords {

    private final CrmSession session;

    PersonRecords(CrmSession session) {
        this.session = session;
    }

    /** The id under which a person is known now. */
    Id<Person> current(Id<Person> person) {
        return new Persons(session).currentId(person);
    }

    List<SourceRecord> of(Id<Person> person) {
        try (Stream<SourceRecord> records =
                session.repository(SourceRecord.TYPE).query(SourceRecord.PERSON.is(current(person))).stream()) {
            return records.sorted(Comparator.comparing(record -> record.id().value()))
                    .toList();
        }
    }

    List<List<SourceRecord>> clusters(Id<Person> person, String purpose) {
        StoredGraph graph =
                new StoredGraph(session, new PolicyStore(session).read().of(purpose));
        Collection<LinkableRecord> own = graph.recordsOf(Set.of(current(person).value()));
        Set<UUID> ids = own.stream().map(LinkableRecord::id).collect(Collectors.toSet());
        return Resolution.of(graph, graph.policy(), own).persons().stream()
                .filter(cluster -> cluster.stream().anyMatch(ids::contains))
                .map(cluster -> cluster.stream().map(graph::stored).toList())
                .toList();
    }

    List<IdentityDecision> decisions(Id<Person> person) {
        List<String> ids = new ArrayList<>();
        for (UUID id : new MergedIds(session).identities(current(person))) {
            ids.add(id.toString());
        }
        Map<UUID, IdentityDecision> found = new LinkedHashMap<>();
        for (Criteria side : List.of(IdentityDecision.PERSON.in(ids), IdentityDecision.OTHER_PERSON.in(ids))) {
            try (Stream<IdentityDecision> some = session
                    .repository(IdentityDecision.TYPE)
                    .query(side)
                    .sortedBy(IdentityDecision.DECIDED_AT, SortDirection.DESCENDING)
                    .stream()) {
                some.forEach(decision -> found.put(decision.id().value(), decision));
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing((IdentityDecision each) -> each.require(IdentityDecision.DECIDED_AT))
                        .thenComparing(each -> each.id().value())
                        .reversed())
                .toList();
    }
}
