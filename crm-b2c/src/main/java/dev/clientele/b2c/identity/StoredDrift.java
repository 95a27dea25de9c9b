package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.linkage.AttributeDrift;
import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.SourceDrift;
import dev.clientele.b2c.identity.linkage.SourceProfile;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.MatchPolicy;
import dev.clientele.b2c.identity.resolution.StatementValues;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Compares the recent records of a stored source with those that the model in use was fitted to. */
final class StoredDrift {

    /** The most records that are looked at. */
    private static final long MAX_RECORDS = 200_000;

    private final CrmSession session;

    StoredDrift(CrmSession session) {
        this.session = session;
    }

    List<AttributeDrift> of(String source, Instant sinceInclusive) {
        ModelStore models = new ModelStore(session);
        Id<IdentityModel> id = new PolicyStore(session)
                .model()
                .orElseThrow(() -> InvalidException.of(
                        IdentitySettings.TYPE.name(), IdentitySettings.MODEL.name(), "is needed: train one"));
        LinkageModel model = models.get(id);
        SourceProfile before = models.profile(id, source)
                .orElseThrow(() -> InvalidException.of(
                        SourceRecord.TYPE.name(),
                        SourceRecord.SOURCE.name(),
                        "must be one that the model in use was fitted to"));
        try (Stream<SourceRecord> records = session
                .repository(SourceRecord.TYPE)
                .query(SourceRecord.SOURCE.is(source).and(SourceRecord.SAID_AT.atLeast(sinceInclusive)))
                .stream()) {
            List<LinkageRecord> recent = records.filter(record -> !record.isSighting())
                    .limit(MAX_RECORDS)
                    .map(record -> StatementValues.of(record, model.attributes(), MatchPolicy.IDENTITY))
                    .toList();
            return SourceDrift.between(before, SourceProfile.of(model, new LinkageSource(source, recent)));
        }
    }
}
