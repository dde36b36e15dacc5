package cn.gdpilot.desk.campaign.unattended;

/** A branch of a round's own process, and the step at which it does its work. */
enum Branch {
    /** The CA takes applications. */
    INTAKE("SubProcess_CommunicationsIntake"),
    /** The cities recommend; the province's branches follow from it. */
    CITIES("CallActivity_CityRecommendations"),
    /** The Department reviews and recommends. */
    DEPARTMENT("CallActivity_ProvinceReview"),
    /** The CA reviews and recommends. */
    COMMUNICATIONS("CallActivity_CommunicationsReview"),
    /** Units recommend straight to the ministry. */
    DIRECT("CallActivity_DirectRecommendations"),
    /** The ministry reviews and selects. */
    MINISTRY("CallActivity_MinistryReview");

    private final String step;

    Branch(String step) {
        this.step = step;
    }

    /** Id of that step in the model. */
    String step() {
        return step;
    }
}
