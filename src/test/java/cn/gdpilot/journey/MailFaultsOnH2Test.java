package cn.gdpilot.journey;

class MailFaultsOnH2Test extends MailFaults {}
