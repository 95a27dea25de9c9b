package dev.clientele.core.interaction;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Event;
import dev.clientele.core.entity.EventState;
import dev.clientele.core.entity.EventType;
import dev.clientele.core.entity.EventTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that happened between the host's organisation and a customer.
 *
 * <p>Make it with {@link #of}, add more with {@code with}, {@link #withSubject} and {@link #withParty}, and record it through a {@link
 * Timeline}. Immutable and thread-safe.
 */
public final class Interaction extends Event<Interaction> {

    private static final int MAX_PARTIES = 200;
    private static final int MAX_ATTRIBUTES = 100;

    private static final EventTypeBuilder<Interaction> DECLARE = EventType.define("interaction", Interaction::new);

    /** The channel. */
    public static final CodedField<Interaction, Channel> CHANNEL =
            DECLARE.coded("channel", Channel::code, Channel::parse, Trait.REQUIRED, Trait.INDEXED);
    /** The direction. */
    public static final CodedField<Interaction, Direction> DIRECTION =
            DECLARE.choice("direction", Direction.class, Trait.REQUIRED);
    /** The subject line. */
    public static final TextField<Interaction> TITLE = DECLARE.text("title", 400, Trait.PERSONAL);
    /** The content, up to 100,000 code points. */
    public static final BodyField<Interaction, String> CONTENT = DECLARE.longText("content", 100_000, Trait.PERSONAL);
    /** The participants, at most 200. */
    public static final BodyField<Interaction, List<Party>> PARTIES = DECLARE.list("parties", Party.class, MAX_PARTIES);
    /** Anything else the host wants to keep, by name, at most 100. */
    public static final BodyField<Interaction, List<Attribute>> ATTRIBUTES =
            DECLARE.list("attributes", Attribute.class, MAX_ATTRIBUTES, Trait.PERSONAL);

    /** The declaration. */
    public static final EventType<Interaction> TYPE = DECLARE.build();

    private Interaction(EventState<Interaction> state) {
        super(state);
    }

    /** Creates an interaction about a record: a customer, a contact, a deal. */
    public static Interaction of(Channel channel, Direction direction, Instant occurredAt, Id<?> about) {
        return TYPE.newEvent(occurredAt, about).with(CHANNEL, channel).with(DIRECTION, direction);
    }

    /** Returns the channel. */
    public Channel channel() {
        return require(CHANNEL);
    }

    /** Returns the direction. */
    public Direction direction() {
        return require(DIRECTION);
    }

    /** Returns the subject line; empty if there is none. */
    public String title() {
        return getOrDefault(TITLE, "");
    }

    /** Returns the participants. */
    public List<Party> parties() {
        return getOrDefault(PARTIES, List.of());
    }

    /**
     * A copy in which this record took part in this role, and on whose timeline it stands. More parties than an interaction
     * can be about, 32, are set with {@link #PARTIES}, and it doesn't stand on their timelines.
     */
    public Interaction withParty(Id<?> record, String role) {
        Party party = Party.of(record, role);
        List<Party> parties = new ArrayList<>(parties());
        if (!parties.contains(party)) {
            parties.add(party);
        }
        return withSubject(record).with(PARTIES, parties);
    }

    /** A copy in which an attribute has this value. */
    public Interaction withAttribute(String name, String value) {
        List<Attribute> attributes = new ArrayList<>(getOrDefault(ATTRIBUTES, List.of()));
        attributes.removeIf(attribute -> attribute.name().equals(name));
        attributes.add(new Attribute(name, value));
        return with(ATTRIBUTES, attributes);
    }
}
