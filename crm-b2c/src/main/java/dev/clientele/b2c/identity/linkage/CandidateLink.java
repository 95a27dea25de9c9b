package dev.clientele.b2c.identity.linkage;

/** Two records of a table by index, the lower first, and their score. Ordered by score, the highest first, then by index. */
record CandidateLink(int first, int second, double score) implements Comparable<CandidateLink> {

    @Override
    public int compareTo(CandidateLink other) {
        int byScore = Double.compare(other.score, score);
        if (byScore != 0) {
            return byScore;
        }
        int byFirst = Integer.compare(first, other.first);
        return byFirst != 0 ? byFirst : Integer.compare(second, other.second);
    }
}
