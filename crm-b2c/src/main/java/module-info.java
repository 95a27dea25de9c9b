/** Selling to consumers. */
module dev.clientele.b2c {
    requires transitive dev.clientele.core;
    requires com.google.common;
    requires org.apache.commons.codec;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.statistics.distribution;
    requires static transitive org.jspecify;

    exports dev.clientele.b2c;
    exports dev.clientele.b2c.analytics;
    exports dev.clientele.b2c.analytics.audit;
    exports dev.clientele.b2c.analytics.basket;
    exports dev.clientele.b2c.analytics.cohort;
    exports dev.clientele.b2c.analytics.concentration;
    exports dev.clientele.b2c.analytics.funnel;
    exports dev.clientele.b2c.analytics.rfm;
    exports dev.clientele.b2c.campaign.attribution;
    exports dev.clientele.b2c.identity;
    exports dev.clientele.b2c.identity.comparison;
    exports dev.clientele.b2c.identity.linkage;
    exports dev.clientele.b2c.identity.record;
    exports dev.clientele.b2c.identity.relation;
    exports dev.clientele.b2c.identity.resolution;
    exports dev.clientele.b2c.identity.survivorship;
    exports dev.clientele.b2c.person;
    exports dev.clientele.b2c.purchase;
    exports dev.clientele.b2c.scoring;
    exports dev.clientele.b2c.scoring.data;
    exports dev.clientele.b2c.scoring.family;
    exports dev.clientele.b2c.scoring.fit;
    exports dev.clientele.b2c.scoring.holdout;
    exports dev.clientele.b2c.scoring.model;
    exports dev.clientele.b2c.scoring.value;
}
