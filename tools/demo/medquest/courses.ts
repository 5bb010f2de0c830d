/** What the topics of a course carry, in the quarters of an hour that each of them takes. */
export interface MedQuestCourse {
  code: string;
  title: string;
  /** Credit type keys beside the hours; which of them a learner is awarded follows from the profession. */
  creditTypes: readonly string[];
  topics: readonly string[];
}

/** Types that nearly every course carries. */
const EVERYONE = ['ama-pra-1', 'aapa-1', 'ancc', 'participation'] as const;

/** The society's catalogue: eight courses of fifteen topics, and two short ones. */
export const MEDQUEST_COURSES: readonly MedQuestCourse[] = [
  {
    code: 'EM',
    title: 'Emergency Medicine',
    creditTypes: [...EVERYONE, 'acep', 'aafp-prescribed'],
    topics: [
      'The First Five Minutes of Undifferentiated Shock',
      'Chest Pain with a Normal Electrocardiogram',
      'Acute Heart Failure at Three in the Morning',
      'Difficult Airway: Plan A, B and C',
      'Sepsis Without Fever',
      'Headache That Must Not Go Home',
      'Tachycardia of Unknown Origin',
      'Abdominal Pain in the Elderly',
      'Anaphylaxis and Its Second Wave',
      'Stroke: Who Needs the Thrombectomy Suite',
      'Trauma Bay Ultrasound',
      'Procedural Sedation Done Safely',
      'Hypothermia and Rewarming',
      'Pulmonary Embolism: Risk Before Test',
      'Agitation and De-escalation',
    ],
  },
  {
    code: 'PED',
    title: 'Pediatrics Board Review',
    creditTypes: [...EVERYONE, 'aap', 'abp-moc-2'],
    topics: [
      'The Febrile Infant Under Sixty Days',
      'Bronchiolitis: Less Is More',
      'Kawasaki Disease and Its Mimics',
      'Growth That Falls Off the Curve',
      'Neonatal Jaundice Revisited',
      'Limping Child',
      'Asthma Step by Step',
      'Congenital Heart Disease in the Clinic',
      'Developmental Milestones That Matter',
      'Vaccines and the Worried Parent',
      'Dehydration and Maintenance Fluids',
      'Pediatric Rashes in Twenty Pictures',
      'Seizure: First, Febrile, Status',
      'Adolescent Confidentiality',
      'Non-Accidental Trauma',
    ],
  },
  {
    code: 'IM',
    title: 'Internal Medicine Update',
    creditTypes: [...EVERYONE, 'abim-moc', 'abim-moc-pa', 'aafp-prescribed'],
    topics: [
      'Hypertension: Targets After the Trials',
      'Diabetes Beyond Metformin',
      'Anticoagulation Around Procedures',
      'Chronic Kidney Disease in Primary Care',
      'Anemia: A Stepwise Reading',
      'Thyroid Nodules',
      'Statins: Whom, When, How Much',
      'Hyponatremia at the Bedside',
      'Cirrhosis and Its Complications',
      'Osteoporosis: Start and Stop',
      'Community-Acquired Pneumonia',
      'Gout in the Difficult Patient',
      'Polypharmacy and Deprescribing',
      'Iron Overload',
      'Vertigo in the Office',
    ],
  },
  {
    code: 'FM',
    title: 'Family Medicine Essentials',
    creditTypes: [...EVERYONE, 'aafp-prescribed'],
    topics: [
      'Low Back Pain Without Imaging',
      'Contraception Across the Years',
      'Depression in Ten Minutes',
      'Skin Lesions: Freeze, Cut or Watch',
      'Shoulder Examination',
      'Insomnia Without Pills',
      'Well-Child Visits That Work',
      'Menopause: What the Evidence Says Now',
      'Migraine Prevention',
      'Urinary Tract Infection, Complicated and Not',
      'Tobacco Cessation',
      'Obesity as a Chronic Disease',
      'Knee Injections',
      'Travel Medicine',
      'Advance Care Planning',
    ],
  },
  {
    code: 'TOX',
    title: 'Toxicology and Overdose',
    creditTypes: [...EVERYONE, 'acep'],
    topics: [
      'Acetaminophen After the Nomogram',
      'Opioids and the Synthetic Wave',
      'Tricyclics: Sodium and More Sodium',
      'Calcium Channel Blocker Overdose',
      'Salicylates, Old and Dangerous',
      'Toxic Alcohols',
      'Carbon Monoxide',
      'Digoxin and Its Antidote',
      'Button Batteries',
      'Serotonin Syndrome',
      'Bites, Stings and Antivenom',
      'Withdrawal States',
      'Iron and Lithium',
      'Body Packers',
      'Poison Control: What to Ask',
    ],
  },
  {
    code: 'SAFE',
    title: 'Opioid Prescribing and Patient Safety',
    creditTypes: [...EVERYONE, 'state-required', 'aafp-prescribed'],
    topics: [
      'Opioid Prescribing: The State Requirement',
      'Naloxone for Every Household',
      'Risk Assessment Before the First Tablet',
      'Tapering Without Harm',
      'Buprenorphine in Primary Care',
      'Human Trafficking: Recognize and Respond',
      'Implicit Bias in Clinical Decisions',
      'Domestic Violence Screening',
      'Medical Errors and Disclosure',
      'Handoffs That Hold',
      'Infection Control, Renewal Course',
      'Suicide Risk: Ask, Assess, Act',
      'Dementia Care, State Required',
      'Pain Without Opioids',
      'Prescription Monitoring Programs',
    ],
  },
  {
    code: 'IMG',
    title: 'Imaging for Clinicians',
    creditTypes: [...EVERYONE, 'asrt'],
    topics: [
      'Chest Film in Twelve Looks',
      'Head CT for the Non-Radiologist',
      'Cervical Spine Clearance',
      'Contrast Safety',
      'Radiation Dose: What to Tell Patients',
      'Pediatric Elbow',
      'Abdominal CT in the Night',
      'MRI Safety Zones',
      'Point-of-Care Echo',
      'Vascular Access by Ultrasound',
      'Pneumothorax on Ultrasound',
      'Hip Fractures Missed on Film',
      'Bowel Obstruction',
      'Incidental Findings',
      'Quality Control in the Reading Room',
    ],
  },
  {
    code: 'UC',
    title: 'Urgent Care and Procedures',
    creditTypes: [...EVERYONE, 'aafp-prescribed', 'acep'],
    topics: [
      'Wound Closure: Glue, Tape, Stitch',
      'Nail Bed Injuries',
      'Abscess Drainage',
      'Splints That Do Not Hurt',
      'Foreign Bodies of Eye and Ear',
      'Nosebleeds',
      'Regional Blocks of the Hand',
      'Dental Emergencies',
      'Joint Aspiration',
      'Burns: First Hours',
      'Animal Bites and Rabies',
      'Shoulder Dislocation, Four Ways',
      'Sexually Transmitted Infections',
      'Concussion and Return to Play',
      'When to Call the Ambulance',
    ],
  },
  {
    code: 'HAND',
    title: 'Hand and Soft-Tissue Surgery',
    creditTypes: [...EVERYONE, 'plastic-surgery'],
    topics: [
      'Fingertip Injuries: Flap, Graft or Wait',
      'Flexor Tendons in Zone Two',
      'Carpal Tunnel, Open and Endoscopic',
      'Burn Scars and Their Release',
      'Skin Cancer of the Face: Margins and Closure',
    ],
  },
  {
    // AMA: Category 2 is what a physician reports on their own word, of what was not designated for Category 1.
    code: 'SELF',
    title: 'Reading and Teaching on Your Own',
    creditTypes: ['ama-pra-2', 'participation'],
    topics: [
      'Journal Reading, First Quarter',
      'Journal Reading, Second Quarter',
      'Teaching Residents at the Bedside',
      'Consulting with Peers and Experts',
      'Preparing a Grand Rounds',
    ],
  },
];

/** One topic, with its credit in quarters. */
export interface MedQuestTopic {
  code: string;
  title: string;
  course: string;
  /** Credits, the same of every type the course carries. */
  amount: number;
  creditTypes: readonly string[];
}

/** Half an hour to an hour and a half of study, in an order that repeats. */
const AMOUNTS = [1, 0.75, 1.25, 1, 0.5, 1.5, 1] as const;

/** Topics that a state requires; of the course that carries such credit, the others are plain. */
const STATE_REQUIRED = /state|traffick|bias|infection control|suicide|domestic violence|dementia/i;

/** Topics whose learners look at their own practice; the others of such a course ask for knowledge alone. */
const PRACTICE = /targets|anticoagulation|deprescribing/i;

const isCarried = (creditType: string, title: string): boolean =>
  (creditType !== 'state-required' || STATE_REQUIRED.test(title)) &&
  (creditType !== 'abim-moc-pa' || PRACTICE.test(title));

/** All 130 topics, in the order of the courses. */
export const medquestTopics = (): MedQuestTopic[] =>
  MEDQUEST_COURSES.flatMap(({ code: course, creditTypes, topics }, at) =>
    topics.map((title, index) => ({
      code: `${course}-${String(index + 1).padStart(3, '0')}`,
      title,
      course,
      amount: AMOUNTS[(at * 3 + index) % AMOUNTS.length] ?? 1,
      creditTypes: creditTypes.filter((key) => isCarried(key, title)),
    })),
  );
