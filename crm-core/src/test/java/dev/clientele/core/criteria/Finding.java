package dev.clientele.core.criteria;

import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;

/** An event with a field of each kind. */
public final class Finding extends Event<Finding> {

    private static final EventTypeBuilder<Finding> DECLARE = EventType.define("finding", Finding::new);

    static final Kinds<Finding> KINDS = new Kinds<>(DECLARE);

    static final EventType<Finding> TYPE = DECLARE.build();

    private Finding(EventState<Finding> state) {
        super(state);
    }
}
