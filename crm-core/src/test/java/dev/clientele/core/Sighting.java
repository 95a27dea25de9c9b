package dev.clientele.core;

import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;

/** An event type such as a vendor would declare. */
public final class Sighting extends Event<Sighting> {

    /** Who saw. */
    public enum Station {
        SATELLITE,
        HARBOUR
    }

    private static final EventTypeBuilder<Sighting> DECLARE = EventType.define("sighting", Sighting::new);

    public static final CodedField<Sighting, Station> STATION =
            DECLARE.choice("station", Station.class, Trait.REQUIRED);
    public static final OrderedField<Sighting, Double> KNOTS = DECLARE.real("knots");
    public static final TextField<Sighting> OBSERVER = DECLARE.text("observer", 80, Trait.PERSONAL);

    public static final EventType<Sighting> TYPE = DECLARE.build();

    private Sighting(EventState<Sighting> state) {
        super(state);
    }

    public static Sighting of(Id<Vessel> vessel, Instant at, Station station) {
        return TYPE.newEvent(at, vessel).with(STATION, station);
    }
}
