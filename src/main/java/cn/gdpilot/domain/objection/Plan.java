package cn.gdpilot.domain.objection;

/**
 * What a desk will do about an upheld objection, once all desks concerned have agreed to it.
 *
 * @param changes writes the change; it no longer refuses
 * @param tells   posts letters and tells the models; runs after all changes
 */
public record Plan(Runnable changes, Runnable tells) {

    /** For a desk that only had to agree. */
    public static final Plan NOTHING = new Plan(() -> {}, () -> {});

    /** A plan that tells nobody. */
    public static Plan change(Runnable changes) {
        return new Plan(changes, () -> {});
    }

    /** A plan that changes nothing of the desk's own before the others have changed theirs. */
    public static Plan word(Runnable tells) {
        return new Plan(() -> {}, tells);
    }

    public void apply() {
        changes.run();
    }

    public void tell() {
        tells.run();
    }
}
