package dev.clientele.b2b.deal.pipeline;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;

/** A deal's visit of a stage that has left the deal's record; its subject is the deal. Immutable and thread-safe. */
public final class ArchivedStageVisit extends Event<ArchivedStageVisit> {

    private static final EventTypeBuilder<ArchivedStageVisit> DECLARE =
            EventType.define("stage_visit", ArchivedStageVisit::new);

    /** The place of the visit among all of the deal, from 0. */
    public static final OrderedField<ArchivedStageVisit, Long> ORDINAL = DECLARE.integer("ordinal", Trait.REQUIRED);
    /** The time at which the deal was opened. */
    public static final OrderedField<ArchivedStageVisit, Instant> OPENED_AT =
            DECLARE.instant("opened_at", Trait.REQUIRED);
    /** The visit. */
    public static final BodyField<ArchivedStageVisit, StageVisit> VISIT =
            DECLARE.structured("visit", StageVisit.class, Trait.REQUIRED);

    /** The entity type: its fields, indexes and rules. */
    public static final EventType<ArchivedStageVisit> TYPE = DECLARE.build();

    private ArchivedStageVisit(EventState<ArchivedStageVisit> state) {
        super(state);
    }

    static ArchivedStageVisit of(Opportunity deal, long ordinal, StageVisit visit) {
        Instant openedAt = deal.require(Opportunity.OPENED_AT);
        return TYPE.newEvent(visit.enteredAt(), deal.id())
                .withExternalId("stage_visit", deal.id() + "/" + openedAt + "/" + ordinal)
                .with(ORDINAL, ordinal)
                .with(OPENED_AT, openedAt)
                .with(VISIT, visit);
    }

    /** Returns the place of the visit among all of the deal, from 0. */
    public long ordinal() {
        return require(ORDINAL);
    }

    /** Returns the visit. */
    public StageVisit visit() {
        return require(VISIT);
    }
}
