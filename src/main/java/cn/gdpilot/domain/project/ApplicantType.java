package cn.gdpilot.domain.project;

/** Who may apply (R2.1). The notice's list is open: OTHER goes to a person's judgement. */
public enum ApplicantType {
    INDUSTRIAL,
    TELECOM,
    IT,
    INTERNET,
    ACADEMIC,
    PARK,
    OTHER
}
