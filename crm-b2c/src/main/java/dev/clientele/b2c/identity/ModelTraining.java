package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.comparison.Fingerprint;
import dev.clientele.b2c.identity.linkage.LinkMode;
import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.LinkageSettings;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.ModelTrainer;
import dev.clientele.b2c.identity.linkage.RecordAttribute;
import dev.clientele.b2c.identity.linkage.TrainedModel;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import dev.clientele.b2c.identity.resolution.StatementValues;
import dev.clientele.core.CrmSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Fits a model to the stored records that aren't visits. */
final class ModelTraining {

    static final List<RecordAttribute> STANDARD = Stream.of(
                    AttributeKind.GIVEN,
                    AttributeKind.FAMILY,
                    AttributeKind.BIRTHDATE,
                    AttributeKind.EMAIL,
                    AttributeKind.PHONE,
                    AttributeKind.STREET,
                    AttributeKind.CITY,
                    AttributeKind.POSTCODE)
            .map(RecordAttribute::of)
            .toList();

    /** The most records that a model is fitted to. */
    private static final long MAX_RECORDS = 200_000;

    private final CrmSession session;

    ModelTraining(CrmSession session) {
        this.session = session;
    }

    IdentityModel run(List<RecordAttribute> attributes) {
        long all = session.repository(SourceRecord.TYPE).all().count();
        Map<String, List<LinkageRecord>> drawn = new TreeMap<>();
        long count = 0;
        try (Stream<SourceRecord> records = session.repository(SourceRecord.TYPE).all().stream()) {
            for (SourceRecord record : (Iterable<SourceRecord>) records::iterator) {
                if (!record.isSighting() && isDrawn(record, all)) {
                    drawn.computeIfAbsent(record.source(), source -> new ArrayList<>())
                            .add(StatementValues.of(record, attributes, MatchPolicy.IDENTITY));
                    count++;
                }
            }
        }
        List<LinkageSource> sources = drawn.entrySet().stream()
                .map(entry -> new LinkageSource(entry.getKey(), entry.getValue()))
                .toList();
        TrainedModel trained = ModelTrainer.fit(attributes, sources, LinkageSettings.of(LinkMode.DEDUPLICATE));
        long fitted = count;
        return session.inTransaction(tx -> new ModelStore(tx).add(trained.model(), fitted, 0));
    }

    /** Draws by a hash of the record's place, the same on every database. */
    private static boolean isDrawn(SourceRecord record, long all) {
        if (all <= MAX_RECORDS) {
            return true;
        }
        long draw = Fingerprint.of(record.require(SourceRecord.SOURCE_KEY)) >>> 1;
        return draw < Long.MAX_VALUE / all * MAX_RECORDS;
    }
}
