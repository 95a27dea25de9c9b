package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import dev.clientele.b2c.identity.comparison.Fingerprint;
import dev.clientele.b2c.identity.linkage.LinkMode;
import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.LinkageSettings;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.ModelTrainer;
import dev.clientele.b2c.identity.linkage.PairLabel;
import dev.clientele.b2c.identity.linkage.RecordAttribute;
import dev.clientele.b2c.identity.linkage.ScoreCalibrator;
import dev.clientele.b2c.identity.linkage.ScoredPair;
import dev.clientele.b2c.identity.linkage.SourceProfile;
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

/** Fits a model to the stored records that aren't visits, and corrects it by what people decided. */
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
        long drawnCount = 0;
        try (Stream<SourceRecord> records = session.repository(SourceRecord.TYPE).all().stream()) {
            for (SourceRecord record : (Iterable<SourceRecord>) records::iterator) {
                if (!record.isSighting() && isDrawn(record, all)) {
                    drawn.computeIfAbsent(record.source(), source -> new ArrayList<>())
                            .add(StatementValues.of(record, attributes, MatchPolicy.IDENTITY));
                    drawnCount++;
                }
            }
        }
        long count = drawnCount;
        List<LinkageSource> sources = drawn.entrySet().stream()
                .map(entry -> new LinkageSource(entry.getKey(), entry.getValue()))
                .toList();
        TrainedModel trained = ModelTrainer.fit(attributes, sources, LinkageSettings.of(LinkMode.DEDUPLICATE));
        Map<ScoredPair, PairLabel> judged = session.inSnapshot(tx -> new JudgedPairs(tx).scoredBy(trained.model()));
        LinkageModel model = judged.isEmpty()
                ? trained.model()
                : ScoreCalibrator.calibrate(
                        trained.model(), List.copyOf(judged.keySet()), List.copyOf(judged.values()));
        Map<String, SourceProfile> profiles = new TreeMap<>();
        sources.forEach(source -> profiles.put(source.name(), SourceProfile.of(model, source)));
        IdentityModel draft = IdentityModel.TYPE
                .newEntity()
                .with(IdentityModel.RECORDS, count)
                .with(IdentityModel.LABELS, (long) judged.size())
                .with(IdentityModel.EXPECTED_MATCHES, trained.expectedMatches());
        return session.inTransaction(tx -> new ModelStore(tx).add(draft, model, profiles));
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
