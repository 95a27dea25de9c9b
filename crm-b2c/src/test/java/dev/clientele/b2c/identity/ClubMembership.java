package dev.clientele.b2c.identity;

import dev.clientele.b2c.person.Person;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;

/** A record of a host's own: a person is a member of a club once. */
public final class ClubMembership extends Entity<ClubMembership> {

    private static final EntityTypeBuilder<ClubMembership> DECLARE =
            EntityType.define("club_membership", ClubMembership::new);

    public static final ReferenceField<ClubMembership, Person> MEMBER =
            DECLARE.reference("member", Person.TYPE.name(), Trait.REQUIRED);
    public static final TextField<ClubMembership> CLUB = DECLARE.key("club", 40, Trait.REQUIRED);

    public static final EntityType<ClubMembership> TYPE =
            DECLARE.uniqueKey("once", MEMBER, CLUB).build();

    private ClubMembership(EntityState<ClubMembership> state) {
        super(state);
    }

    static ClubMembership of(Id<Person> member, String club) {
        return TYPE.newEntity().with(MEMBER, member).with(CLUB, club);
    }
}
