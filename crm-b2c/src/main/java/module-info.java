/** Selling to consumers. */
module dev.clientele.b2c {
    requires transitive dev.clientele.core;
    requires org.apache.commons.numbers.gamma;
    requires static transitive org.jspecify;

    exports dev.clientele.b2c;
    exports dev.clientele.b2c.lifetime;
    exports dev.clientele.b2c.person;
    exports dev.clientele.b2c.purchase;
    exports dev.clientele.b2c.scoring;
    exports dev.clientele.b2c.scoring.holdout;
}
