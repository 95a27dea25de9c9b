package dev.clientele.examples.benchmarks.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionListener;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;

/** Who changed something and when: one row a transaction. */
@Entity
@Table(name = "revision")
@RevisionEntity(Revision.RevisionAuthor.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class Revision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revision")
    @SequenceGenerator(name = "revision", sequenceName = "revision_seq", allocationSize = 50)
    @RevisionNumber
    private long id;

    @RevisionTimestamp
    private Instant at;

    @Column(nullable = false, columnDefinition = "text")
    private String actor;

    /** Notes who acts. */
    static final class RevisionAuthor implements RevisionListener {
        @Override
        public void newRevision(Object revision) {
            ((Revision) revision).actor = "user:alice";
        }
    }
}
