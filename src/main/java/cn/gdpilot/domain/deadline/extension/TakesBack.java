package cn.gdpilot.domain.deadline.extension;

import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.shortlist.Recommendation;

/** Takes the Department's list back that has gone, so that it is ranked and signed anew; the desk of lists does it. */
public interface TakesBack {

    /**
     * Opens the list, which the caller has locked; what stands on it is reviewed, no longer forwarded. Its process is the
     * caller's to tell.
     *
     * @param because why
     * @param who     who decided so
     */
    void takeBack(Recommendation list, String because, Actor who);
}
