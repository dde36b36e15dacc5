package cn.gdpilot.platform.engine.gate.rules;

import cn.gdpilot.platform.engine.faults.Fault;
import java.util.List;

/** Rules about one matter. */
interface Family {

    /** Breaches in a model; empty if there are none. */
    List<Fault> faults(Handed handed);
}
