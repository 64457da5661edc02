// What became of each text of cases/backtest, in the order of the list. Accepted: by every party, and
// by every body at home that had to vote; what was broken later was accepted.

/** A text, the day it was put, whether it was accepted, and each party's answer. */
export interface Outcome {
  readonly id: string
  readonly put: string
  readonly accepted: boolean
  readonly answers: string
}

/** The texts of the back-test. */
export const OUTCOMES: readonly Outcome[] = [
  {
    id: 'jarring-1971',
    put: '1971-02-08',
    accepted: false,
    answers: 'Egypt: accept; Israel: refuse'
  },
  {
    id: 'rogers-b-1970',
    put: '1970-06-19',
    accepted: true,
    answers: 'Egypt: breached; Israel: accept'
  },
  {
    id: 'camp-david-1978',
    put: '1978-09-17',
    accepted: true,
    answers: 'Egypt: accept; Israel: accept'
  },
  {
    id: 'oslo-1993',
    put: '1993-09-13',
    accepted: true,
    answers: 'Israel: accept; PLO: accept'
  },
  {
    id: 'camp-david-2000',
    put: '2000-07-25',
    accepted: false,
    answers: 'Israel: accept; PLO: refuse'
  },
  {
    id: 'clinton-2000',
    put: '2000-12-23',
    accepted: false,
    answers: 'Israel: accept; PLO: refuse'
  },
  {
    id: 'vance-owen-1993',
    put: '1993-03-25',
    accepted: false,
    answers: 'Bosniaks: accept; Croats: accept; Bosnian Serbs: not-ratified'
  },
  {
    id: 'owen-stoltenberg-1993',
    put: '1993-08-20',
    accepted: false,
    answers: 'Bosniaks: refuse; Croats: accept; Bosnian Serbs: accept'
  },
  {
    id: 'contact-group-1994',
    put: '1994-07-06',
    accepted: false,
    answers: 'Federation: accept; Bosnian Serbs: refuse; Serbia: accept'
  },
  {
    id: 'dayton-1995',
    put: '1995-11-21',
    accepted: true,
    answers: 'Bosniaks: accept; Croatia: accept; Serbia for the Bosnian Serbs: accept'
  },
  {
    id: 'rambouillet-1999',
    put: '1999-02-23',
    accepted: false,
    answers: 'Yugoslavia: refuse; Kosovo Albanians: accept'
  },
  {
    id: 'ahtisaari-chernomyrdin-1999',
    put: '1999-06-02',
    accepted: true,
    answers: 'Yugoslavia: accept'
  },
  {
    id: 'ohrid-2001',
    put: '2001-08-13',
    accepted: true,
    answers: 'Macedonian Parties: accept; Albanian Parties: accept'
  },
  {
    id: 'prespa-2018',
    put: '2018-06-17',
    accepted: true,
    answers: 'Macedonia: accept; Greece: accept'
  },
  {
    id: 'annan-v-2004',
    put: '2004-03-31',
    accepted: false,
    answers: 'Greek Cypriots: refuse; Turkish Cypriots: accept; Turkey: accept'
  },
  {
    id: 'crans-montana-2017',
    put: '2017-06-30',
    accepted: false,
    answers: 'Greek Cypriots: none; Turkish Cypriots: accept; Turkey: none'
  },
  {
    id: 'sunningdale-1973',
    put: '1973-12-09',
    accepted: true,
    answers: 'Unionists under Faulkner: breached; SDLP: accept; Ireland: accept'
  },
  {
    id: 'anglo-irish-1985',
    put: '1985-11-15',
    accepted: true,
    answers: 'UK: accept; Ireland: accept'
  },
  {
    id: 'good-friday-1998',
    put: '1998-04-10',
    accepted: true,
    answers: 'UUP: accept; SDLP: accept; Sinn Fein: accept; Ireland: accept'
  },
  {
    id: 'aceh-coha-2002',
    put: '2002-12-09',
    accepted: true,
    answers: 'Indonesia: breached; GAM: breached'
  },
  {
    id: 'aceh-tokyo-2003',
    put: '2003-05-17',
    accepted: false,
    answers: 'GAM: refuse'
  },
  {
    id: 'aceh-helsinki-2005',
    put: '2005-08-15',
    accepted: true,
    answers: 'Indonesia: accept; GAM: accept'
  },
  {
    id: 'colombia-2016-i',
    put: '2016-08-24',
    accepted: false,
    answers: 'Government of Colombia: not-ratified; FARC: accept'
  },
  {
    id: 'colombia-2016-ii',
    put: '2016-11-12',
    accepted: true,
    answers: 'Government of Colombia: accept; FARC: accept'
  },
  {
    id: 'sudan-cpa-2005',
    put: '2005-01-09',
    accepted: true,
    answers: 'Government in Khartoum: accept; SPLM: accept'
  },
  {
    id: 'darfur-2006',
    put: '2006-05-05',
    accepted: false,
    answers:
      'Government in Khartoum: breached; SLA of Minnawi: accept; SLA of Abdul Wahid: refuse; JEM: refuse'
  },
  {
    id: 'minsk-i-2014',
    put: '2014-09-05',
    accepted: true,
    answers: 'Ukraine: accept; Russia and the forces it backs: breached'
  },
  {
    id: 'minsk-ii-2015',
    put: '2015-02-12',
    accepted: false,
    answers: 'Ukraine: not-ratified; Russia and the forces it backs: breached'
  },
  {
    id: 'istanbul-2022',
    put: '2022-04-15',
    accepted: false,
    answers: 'Ukraine: none; Russia: none'
  },
  {
    id: 'korea-1952',
    put: '1952-04-28',
    accepted: false,
    answers: 'China and North Korea: refuse; UN Command: accept'
  },
  {
    id: 'korea-1953',
    put: '1953-06-08',
    accepted: false,
    answers: 'China and North Korea: accept; UN Command: accept; South Korea: refuse'
  },
  {
    id: 'austria-1954',
    put: '1954-02-12',
    accepted: false,
    answers: 'Austria: refuse; The three Western powers: refuse'
  },
  {
    id: 'austria-1955',
    put: '1955-05-15',
    accepted: true,
    answers: 'Austria: accept; The three Western powers: accept; USSR: accept'
  },
  {
    id: 'panama-1977',
    put: '1977-09-07',
    accepted: true,
    answers: 'Panama: accept; US: accept'
  },
  {
    id: 'massandra-1993',
    put: '1993-09-03',
    accepted: false,
    answers: 'Ukraine: not-ratified'
  },
  {
    id: 'trilateral-1994',
    put: '1994-01-14',
    accepted: true,
    answers: 'Ukraine: accept; Russia: accept'
  },
  {
    id: 'jcpoa-2015',
    put: '2015-07-14',
    accepted: true,
    answers: 'Iran: accept; US: accept'
  },
  {
    id: 'ahtisaari-2007',
    put: '2007-03-26',
    accepted: false,
    answers: 'Serbia: refuse; Kosovo: accept'
  },
  {
    id: 'karabakh-1997',
    put: '1997-09-20',
    accepted: false,
    answers: 'Armenia: not-ratified; Azerbaijan: accept; Karabakh: refuse'
  },
  {
    id: 'kazan-2011',
    put: '2011-06-24',
    accepted: false,
    answers: 'Armenia: accept; Azerbaijan: refuse'
  },
  {
    id: 'karabakh-2020',
    put: '2020-11-09',
    accepted: true,
    answers: 'Armenia: accept; Azerbaijan: accept'
  },
  {
    id: 'baker-i-2001',
    put: '2001-06-20',
    accepted: false,
    answers: 'Morocco: accept; Polisario: refuse; Algeria: refuse'
  },
  {
    id: 'baker-ii-2003',
    put: '2003-01-17',
    accepted: false,
    answers: 'Morocco: refuse; Polisario: accept; Algeria: accept'
  },
  {
    id: 'isga-2003',
    put: '2003-10-31',
    accepted: false,
    answers: 'Sri Lanka: refuse'
  },
  {
    id: 'iran-iraq-598-1987',
    put: '1987-07-20',
    accepted: false,
    answers: 'Iraq: accept; Iran: refuse'
  },
  {
    id: 'iran-iraq-598-1988',
    put: '1988-07-17',
    accepted: true,
    answers: 'Iran: accept; Iraq: accept'
  },
  {
    id: 'haig-1982',
    put: '1982-04-27',
    accepted: false,
    answers: 'Argentina: refuse; UK: none'
  },
  {
    id: 'paris-1972-draft',
    put: '1972-10-20',
    accepted: false,
    answers: 'North Vietnam: accept; US: accept; South Vietnam: refuse'
  },
  {
    id: 'paris-1973',
    put: '1973-01-23',
    accepted: true,
    answers: 'North Vietnam: breached; US: accept; South Vietnam: breached'
  },
  {
    id: 'lancaster-1979',
    put: '1979-12-05',
    accepted: true,
    answers: 'Patriotic Front: accept; Muzorewa and Smith: accept'
  },
  {
    id: 'beagle-award-1977',
    put: '1977-05-02',
    accepted: false,
    answers: 'Chile: accept; Argentina: refuse'
  },
  {
    id: 'beagle-pope-1980',
    put: '1980-12-12',
    accepted: false,
    answers: 'Chile: accept; Argentina: refuse'
  },
  {
    id: 'beagle-1984',
    put: '1984-10-18',
    accepted: true,
    answers: 'Chile: accept; Argentina: accept'
  },
  {
    id: 'ethiopia-eritrea-1998',
    put: '1998-06-04',
    accepted: false,
    answers: 'Ethiopia: accept; Eritrea: refuse'
  },
  {
    id: 'algiers-2000',
    put: '2000-06-18',
    accepted: true,
    answers: 'Ethiopia: accept; Eritrea: accept'
  },
  {
    id: 'arusha-1993',
    put: '1993-08-04',
    accepted: true,
    answers: 'Government of Rwanda: breached; RPF: accept'
  },
  {
    id: 'lome-1999',
    put: '1999-07-07',
    accepted: true,
    answers: 'Sierra Leone: accept; RUF: breached'
  },
  {
    id: 'chapultepec-1992',
    put: '1992-01-16',
    accepted: true,
    answers: 'El Salvador: accept; FMLN: accept'
  },
  {
    id: 'bicesse-1991',
    put: '1991-05-31',
    accepted: true,
    answers: 'MPLA: accept; UNITA: accept'
  },
  {
    id: 'cambodia-1991',
    put: '1991-10-23',
    accepted: true,
    answers: 'Government in Phnom Penh: accept; Khmer Rouge: breached'
  },
  {
    id: 'moa-ad-2008',
    put: '2008-07-27',
    accepted: false,
    answers: 'Philippines: not-ratified; MILF: accept'
  },
  {
    id: 'nepal-2006',
    put: '2006-11-21',
    accepted: true,
    answers: 'The seven parties: accept; Maoists: accept'
  },
  {
    id: 'yemen-gcc-2011-05',
    put: '2011-05-22',
    accepted: false,
    answers: 'President Saleh: refuse; The opposition: accept'
  },
  {
    id: 'yemen-gcc-2011-11',
    put: '2011-11-23',
    accepted: true,
    answers: 'President Saleh: accept; The opposition: accept'
  }
]
