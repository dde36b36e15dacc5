package cn.gdpilot.domain.pending;

import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;

/** Ends an application to which nothing can come any more: a port for the desk of lists. */
public interface LeftBehind {

    /**
     * Ends it as left off the list that has gone; its applicant is told and may object.
     *
     * @param grounds why, in the words of the person who asked for it
     * @param lead    who decided
     * @throws Refusal if its state is one that only the ministry can end
     */
    void end(String applicationId, String grounds, Actor lead);
}
